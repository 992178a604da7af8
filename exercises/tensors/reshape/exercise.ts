import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'tensors',
  points: 10,
  illegal: [
    'sizes differ',
    'two entries are -1',
    'a shape of fewer',
    'the rest does not follow',
    'two entries are -1, where each could be 1',
  ],
};
