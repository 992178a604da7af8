import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'generalization',
  signature: 'glorotNormal(random: Matrix, fanIn: number, fanOut: number): Matrix',
  points: 5,
  illegal: [],
  bundled: false,
};
