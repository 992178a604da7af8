import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature:
    'nesterov(state: { theta, m }, objective: { a: Matrix, b: Vector }, { learningRate = 0.01, gamma = 0.9 }): { theta, m }',
  points: 10,
  illegal: [],
};
