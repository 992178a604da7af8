import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'recurrent',
  signature:
    'lstmCell(x: Matrix, state: { h: Matrix, c: Matrix }, weights: { forget, input, candidate, output }): { h: Matrix, c: Matrix }',
  points: 10,
  illegal: [],
};
