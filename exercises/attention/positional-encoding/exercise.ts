import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'attention',
  points: 10,
  illegal: ['odd width', 'width 1', 'width 0', 'negative width'],
};
