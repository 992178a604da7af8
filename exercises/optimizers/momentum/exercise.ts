import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature: 'momentum(state: { theta, m }, gradient: Vector, { learningRate = 0.01, gamma = 0.9 }): { theta, m }',
  points: 10,
  illegal: [],
};
