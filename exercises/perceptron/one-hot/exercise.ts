import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'perceptron',
  points: 5,
  illegal: ['index at depth', 'index beyond depth', 'negative index', 'index not whole'],
};
