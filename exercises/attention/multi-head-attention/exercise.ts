import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'attention',
  points: 10,
  illegal: ['two heads of three columns', 'more heads than columns'],
};
