import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'activations',
  signature: 'tanh(z: number): number',
  points: 10,
  illegal: [],
  relative: true,
};
