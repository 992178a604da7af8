import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'autoencoders',
  signature: 'klStandardNormal(mean: Matrix, logVariance: Matrix): number',
  points: 10,
  illegal: [],
};
