import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'backprop',
  signature: 'gradientDescentStep(w: Vector, gradient: Vector, learningRate: number): Vector',
  points: 10,
  illegal: ['gradient shorter', 'gradient longer'],
};
