import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'convolution',
  signature:
    "conv2d(x: Images, kernel: Kernel, bias: Vector, { strides = [1, 1], dilations = [1, 1], padding = 'valid' }): Images",
  points: 10,
  illegal: [
    'channels differ',
    'channels differ, more in the kernel',
    'kernel larger than a valid input',
    'dilated kernel larger than a valid input',
  ],
};
