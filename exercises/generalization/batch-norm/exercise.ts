import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'generalization',
  signature:
    'batchNorm(x: Matrix, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }): { y: Matrix, mean: Vector, variance: Vector }',
  points: 10,
  illegal: [],
  extremeTolerance: 1e-8,
};
