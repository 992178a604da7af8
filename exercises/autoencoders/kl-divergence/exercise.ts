import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'autoencoders',
  signature: 'klDivergence(p: Vector, q: Vector): number',
  points: 10,
  illegal: ['q longer'],
  bundled: false,
};
