import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'perceptron',
  points: 5,
  illegal: [],
};
