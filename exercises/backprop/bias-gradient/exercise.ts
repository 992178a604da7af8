import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'backprop',
  signature: "biasGradient(deltas: Matrix, reduction: 'mean' | 'sum' = 'mean'): Vector",
  points: 10,
  illegal: [],
};
