import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature:
    'rmsprop(state: { theta, v }, gradient: Vector, { learningRate = 0.001, rho = 0.9, epsilon = 1e-7, epsilonInside = false }): { theta, v }',
  points: 10,
  illegal: [],
};
