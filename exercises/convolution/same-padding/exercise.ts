import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'convolution',
  signature:
    'samePadding(size: number, kernel: number, { stride = 1, dilation = 1 }): { before: number, after: number }',
  points: 10,
  illegal: [],
  bundled: false,
};
