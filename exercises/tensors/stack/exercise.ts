import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'tensors',
  points: 10,
  illegal: ['shapes differ', 'ranks differ', 'a number and a vector', 'inner lengths differ'],
};
