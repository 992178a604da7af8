import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'attention',
  points: 10,
  illegal: ['gamma longer', 'gamma shorter', 'beta longer', 'beta shorter', 'as many as rows'],
  extremeTolerance: 1e-8,
};
