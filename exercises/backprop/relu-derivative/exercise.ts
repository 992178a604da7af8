import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'backprop',
  signature: 'reluDerivative(z: number, atZero = 1): number',
  points: 10,
  illegal: [],
};
