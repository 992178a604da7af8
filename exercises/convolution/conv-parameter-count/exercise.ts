import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'architecture',
  points: 10,
  illegal: [],
};
