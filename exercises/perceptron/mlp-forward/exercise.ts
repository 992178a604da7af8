import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'perceptron',
  signature:
    'mlpForward(x: Matrix, layers: { w: Matrix, b: Vector, activation }[]): { drives: Matrix[], activations: Matrix[] }',
  points: 10,
  illegal: [],
};
