import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'convolution',
  signature: "transposedConv2d(y: Images, kernel: number[][][][], { strides = [1, 1], padding = 'valid' }): Images",
  points: 10,
  illegal: [],
};
