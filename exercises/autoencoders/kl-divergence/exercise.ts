import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'latent',
  points: 10,
  illegal: ['q longer', 'p longer'],
};
