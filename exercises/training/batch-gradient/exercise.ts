import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'training',
  signature: 'batchGradient(sampleGradients: Matrix): Vector',
  points: 10,
  illegal: [],
};
