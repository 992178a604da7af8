import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'autoencoders',
  signature: 'vaeLoss(x: Matrix, reconstruction: Matrix, mean: Matrix, logVariance: Matrix, { beta = 1 }): number',
  points: 10,
  illegal: [],
};
