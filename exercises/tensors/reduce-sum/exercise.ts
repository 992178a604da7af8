import { REFUSED } from '../../../properties/tensors/shared/reduction.ts';
import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'tensors',
  points: 10,
  illegal: REFUSED,
};
