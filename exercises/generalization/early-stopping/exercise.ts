import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'regularization',
  points: 10,
  illegal: ['options.patience: below 0', 'options.patience: not whole'],
};
