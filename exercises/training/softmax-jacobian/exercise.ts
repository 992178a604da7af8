import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'activations',
  signature: 'softmaxJacobian(logits: Vector): Matrix',
  points: 10,
  illegal: [],
};
