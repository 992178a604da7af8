import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'architecture',
  points: 10,
  illegal: ['more channels out than in', 'fewer channels out than in'],
};
