import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'activations',
  signature: 'logSoftmax(logits: Matrix): Matrix',
  points: 10,
  illegal: [],
};
