import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'perceptron',
  points: 10,
  illegal: [],
};
