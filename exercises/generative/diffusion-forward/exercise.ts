import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'generative',
  points: 10,
  illegal: ['noise of fewer rows', 'noise of fewer features', 'an alphaBar too few', 'an alphaBar too many'],
};
