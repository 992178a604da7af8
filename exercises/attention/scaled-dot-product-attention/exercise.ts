import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'attention',
  points: 10,
  illegal: [
    'keys wider than queries',
    'keys of another batch',
    'values of another batch',
    'a value too many',
    'a mask of another batch',
    'a mask of other queries',
    'a mask of other keys',
  ],
};
