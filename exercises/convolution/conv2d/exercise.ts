import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'convolution',
  points: 10,
  illegal: [
    'channels differ',
    'channels differ, more in the kernel',
    'kernel larger than a valid input',
    'dilated kernel larger than a valid input',
  ],
};
