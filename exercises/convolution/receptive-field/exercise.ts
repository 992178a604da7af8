import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'architecture',
  points: 10,
  illegal: [
    'layers[0].kernel: below 1',
    'layers[0].kernel: not whole',
    'layers[0].stride: below 1',
    'layers[0].stride: not whole',
    'layers[0].dilation: below 1',
    'layers[0].dilation: not whole',
    'a stride of 0 in the last layer',
    'a kernel of 2.5 in the last layer',
  ],
};
