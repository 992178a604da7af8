import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'activations',
  points: 10,
  illegal: [],
  relative: true,
};
