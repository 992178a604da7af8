import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'tensors',
  points: 10,
  illegal: ['another axis differs', 'another axis differs, by columns', 'the rank differs', 'the third one differs'],
};
