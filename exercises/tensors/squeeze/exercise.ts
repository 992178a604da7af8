import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'tensors',
  points: 10,
  illegal: ['a named axis is longer', 'an axis out of range', 'an axis before the first'],
};
