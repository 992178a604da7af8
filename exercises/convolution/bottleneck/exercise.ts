import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'architecture',
  points: 10,
  illegal: ['a first kernel of two columns', 'a first kernel of two rows', 'a first kernel of 3x3'],
};
