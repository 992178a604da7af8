import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'backprop',
  signature: 'backprop(x: Matrix, t: Matrix, layers: { w: Matrix, b: Vector }[]): { w: Matrix, b: Vector }[]',
  points: 10,
  illegal: [],
};
