import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'recurrent',
  signature: 'lstm(x: Sequence, weights): Sequence',
  points: 10,
  illegal: [],
};
