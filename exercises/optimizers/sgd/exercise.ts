import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature: 'sgd(theta: Vector, gradient: Vector, { learningRate = 0.01 }): Vector',
  points: 10,
  illegal: [],
};
