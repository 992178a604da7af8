import type { Misconception } from '../entry/entry.ts';
import { nestOf } from '../values/nest.ts';
import type { Zeros } from './zeros.ts';

export const misconceptions: readonly Misconception<Zeros>[] = [
  {
    id: 'zeros/flat',
    title: 'one long vector',
    hint: 'Nest the arrays: one level for each axis of the shape.',
    caughtBy: 'two rows',
    implementation: (shape) => nestOf([shape.reduce((product, length) => product * length, 1)], () => 0),
  },
  {
    id: 'zeros/shape-reversed',
    title: 'the shape is read from its end',
    hint: 'The first entry is the length of the outermost array: [2, 3] has two rows of three.',
    caughtBy: 'two rows',
    implementation: (shape) => nestOf([...shape].reverse(), () => 0),
  },
  {
    id: 'zeros/ones',
    title: 'filled with ones',
    hint: 'Fill with zeros.',
    caughtBy: 'two rows',
    implementation: (shape) => nestOf(shape, () => 1),
  },
];
