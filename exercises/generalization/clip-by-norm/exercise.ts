import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'regularization',
  points: 5,
  illegal: ['maxNorm: not above 0', 'maxNorm below 0'],
};
