import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature: 'shuffleIndices(n: number, random: Vector): Vector',
  points: 10,
  illegal: [],
};
