import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'tensors',
  points: 10,
  illegal: ['an axis after the next', 'an axis before the first'],
};
