import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'nlp',
  points: 10,
  illegal: ['an id too large', 'a negative id', 'an id that is not whole'],
};
