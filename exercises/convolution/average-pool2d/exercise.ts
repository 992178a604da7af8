import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'convolution',
  points: 10,
  illegal: [],
};
