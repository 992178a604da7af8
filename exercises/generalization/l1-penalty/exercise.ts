import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'generalization',
  signature: 'l1Penalty(w: Vector, lambda: number): number',
  points: 5,
  illegal: [],
  bundled: false,
};
