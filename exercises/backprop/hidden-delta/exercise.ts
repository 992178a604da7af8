import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'backprop',
  signature: 'hiddenDelta(deltaNext: Vector, wNext: Matrix, d: Vector): Vector',
  points: 10,
  illegal: [],
};
