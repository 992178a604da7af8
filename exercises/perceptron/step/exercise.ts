import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'perceptron',
  signature: 'step(z: number, threshold = 0): number',
  points: 5,
  illegal: [],
};
