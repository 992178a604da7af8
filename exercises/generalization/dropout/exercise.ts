import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'regularization',
  points: 10,
  illegal: [
    'random of another shape',
    'options.rate: below 0',
    'options.rate: above 1',
    'random of fewer columns',
    'random of more rows',
  ],
};
