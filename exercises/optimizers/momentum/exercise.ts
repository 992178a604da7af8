import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  points: 10,
  illegal: [],
};
