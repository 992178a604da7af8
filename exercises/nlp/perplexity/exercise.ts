import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'nlp',
  points: 10,
  illegal: [],
};
