import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'convolution',
  signature: "convOutputSize(size: number, kernel: number, { stride = 1, dilation = 1, padding = 'valid' }): number",
  points: 10,
  illegal: ['kernel larger than the axis', 'dilated kernel larger than the axis'],
  bundled: false,
};
