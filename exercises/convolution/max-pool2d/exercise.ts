import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'convolution',
  signature: "maxPool2d(x: Images, { window = [2, 2], strides = window, padding = 'valid' }): Images",
  points: 10,
  illegal: [],
};
