import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'regularization',
  points: 10,
  illegal: ['a gradient of another shape', 'a gradient of fewer columns', 'a gradient of more rows'],
};
