import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'sequences',
  points: 10,
  illegal: [
    'a mask of another batch',
    'a step of the mask too few',
    'a step of the mask too many',
    'another number of features',
    'recurrent weights that are not square',
  ],
};
