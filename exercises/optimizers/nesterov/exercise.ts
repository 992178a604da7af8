import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature:
    'nesterov(state: { theta: Vector, m: Vector }, objective: { a: Matrix, b: Vector }, { learningRate = 0.01, gamma = 0.9 }): { theta: Vector, m: Vector }',
  points: 10,
  illegal: [],
};
