import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'backprop',
  signature: "weightGradient(deltas: Matrix, activations: Matrix, reduction: 'mean' | 'sum' = 'mean'): Matrix",
  points: 10,
  illegal: [],
};
