import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'tensors',
  points: 10,
  illegal: [
    'an axis twice',
    'an axis twice, once from the end',
    'an axis out of range',
    'too few axes',
    'too many axes',
  ],
};
