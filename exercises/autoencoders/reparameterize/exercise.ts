import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'autoencoders',
  points: 10,
  illegal: [],
};
