import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'tensors',
  points: 10,
  illegal: [
    'lengths differ',
    'aligned at the first axis',
    'an axis in the middle differs',
    'one length twice the other',
  ],
};
