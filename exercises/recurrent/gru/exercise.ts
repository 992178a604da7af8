import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'sequences',
  points: 10,
  illegal: [],
};
