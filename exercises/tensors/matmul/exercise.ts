import type { Exercise } from '../../exercise.ts';

export const exercise: Exercise = {
  section: 'tensors',
  points: 10,
  illegal: ['inner sizes differ', 'inner sizes differ, transposed', 'inner sizes differ, the first transposed'],
};
