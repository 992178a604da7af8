import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature:
    'momentum(state: { theta: Vector, m: Vector }, gradient: Vector, { learningRate = 0.01, gamma = 0.9 }): { theta: Vector, m: Vector }',
  points: 10,
  illegal: [],
};
