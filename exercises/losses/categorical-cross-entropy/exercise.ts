import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'activations',
  points: 10,
  illegal: ['index too large', 'index too large in the last row', 'negative index'],
};
