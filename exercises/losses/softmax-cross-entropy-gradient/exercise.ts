import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'activations',
  signature: 'softmaxCrossEntropyGradient(logits: Matrix, t: Matrix): Matrix',
  points: 10,
  illegal: [],
};
