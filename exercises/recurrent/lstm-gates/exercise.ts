import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'recurrent',
  points: 10,
  illegal: [],
  bundled: false,
};
