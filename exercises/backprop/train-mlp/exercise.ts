import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'backprop',
  signature:
    'trainMlp(x: Matrix, t: Matrix, layers: { w: Matrix, b: Vector }[], { learningRate, steps }): { w: Matrix, b: Vector }[]',
  points: 10,
  illegal: [],
};
