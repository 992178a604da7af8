import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'sequences',
  points: 10,
  illegal: ['another number of features', 'a state of another batch', 'a state of another size'],
};
