import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'autoencoders',
  signature: 'reparameterize(mean: Matrix, logVariance: Matrix, noise: Matrix): Matrix',
  points: 10,
  illegal: [],
};
