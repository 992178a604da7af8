import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature:
    'adam(state: { theta: Vector, m: Vector, v: Vector, t: number }, gradient: Vector, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }): { theta: Vector, m: Vector, v: Vector, t: number }',
  points: 10,
  illegal: [],
};
