import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'nlp',
  points: 10,
  illegal: ['target too large', 'a negative target', 'a target that is not whole'],
};
