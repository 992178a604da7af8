import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'perceptron',
  signature: 'perceptron(x: Vector, w: Vector, bias: number): number',
  points: 5,
  illegal: ['more inputs than weights', 'more weights than inputs'],
};
