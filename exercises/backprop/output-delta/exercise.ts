import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'backprop',
  signature: "outputDelta(y: Vector, t: Vector, d: Vector, loss: 'mse' | 'half' = 'mse'): Vector",
  points: 10,
  illegal: [],
};
