import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'activations',
  signature: 'categoricalCrossEntropy(y: Matrix, t: Matrix | Vector, { fromLogits = false }): number',
  points: 10,
  illegal: ['index too large', 'index too large in the last row', 'negative index'],
};
