import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'activations',
  signature: 'softmax(logits: Matrix): Matrix',
  points: 10,
  illegal: [],
};
