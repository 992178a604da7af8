import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'attention',
  points: 10,
  illegal: ['start: below 0', 'start: not whole', 'start beyond the last token'],
};
