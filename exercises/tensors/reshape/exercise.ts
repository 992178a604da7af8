import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'tensors',
  points: 10,
  illegal: ['sizes differ', 'two entries are -1'],
};
