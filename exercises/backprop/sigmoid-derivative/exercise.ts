import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'backprop',
  signature: 'sigmoidDerivative(z: number): number',
  points: 10,
  illegal: [],
  relative: true,
};
