import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature:
    'adam(state: { theta, m, v, t }, gradient: Vector, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }): { theta, m, v, t }',
  points: 10,
  illegal: [],
};
