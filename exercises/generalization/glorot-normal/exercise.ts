import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'generalization',
  points: 5,
  illegal: [],
  bundled: false,
};
