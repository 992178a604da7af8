import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'recurrent',
  signature:
    'lstmGates(x: Matrix, h: Matrix, weights: { forget, input, candidate, output }): { forget: Matrix, input: Matrix, candidate: Matrix, output: Matrix }',
  points: 10,
  illegal: [],
  bundled: false,
};
