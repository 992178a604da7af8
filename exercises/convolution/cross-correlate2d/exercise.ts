import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'images',
  points: 10,
  illegal: ['kernel higher than a valid image', 'kernel wider than a valid image'],
};
