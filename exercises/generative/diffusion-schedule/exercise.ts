import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'generative',
  points: 10,
  illegal: ['no steps', 'fewer than no steps', 'half a step'],
};
