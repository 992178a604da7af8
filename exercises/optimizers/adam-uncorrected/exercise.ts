import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature:
    'adamUncorrected(state: { theta: Vector, m: Vector, v: Vector }, gradient: Vector, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }): { theta: Vector, m: Vector, v: Vector }',
  points: 10,
  illegal: [],
};
