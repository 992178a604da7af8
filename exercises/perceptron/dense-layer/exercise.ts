import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'perceptron',
  points: 10,
  illegal: [
    'more columns in x than rows in w',
    'fewer columns in x than rows in w',
    'a bias too few',
    'a bias too many',
  ],
};
