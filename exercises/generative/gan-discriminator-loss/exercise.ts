import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'generative',
  points: 10,
  illegal: [],
};
