import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'images',
  points: 10,
  illegal: [],
};
