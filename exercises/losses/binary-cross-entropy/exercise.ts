import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'activations',
  signature: 'binaryCrossEntropy(y: Vector, t: Vector, { fromLogits = false }): number',
  points: 10,
  illegal: [],
};
