import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'attention',
  points: 10,
  illegal: ['k: below 1', 'k not whole', 'k above the number of logits'],
};
