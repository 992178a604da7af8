import type { Misconception } from '../entry/entry.ts';
import { nestOf } from '../values/nest.ts';
import type { Ones } from './ones.ts';

export const misconceptions: readonly Misconception<Ones>[] = [
  {
    id: 'ones/flat',
    title: 'one long vector',
    hint: 'Nest the arrays: one level for each axis of the shape.',
    caughtBy: 'two rows',
    implementation: (shape) => nestOf([shape.reduce((product, length) => product * length, 1)], () => 1),
  },
  {
    id: 'ones/shape-reversed',
    title: 'the shape is read from its end',
    hint: 'The first entry is the length of the outermost array: [2, 3] has two rows of three.',
    caughtBy: 'two rows',
    implementation: (shape) => nestOf([...shape].reverse(), () => 1),
  },
  {
    id: 'ones/zeros',
    title: 'filled with zeros',
    hint: 'Fill with ones.',
    caughtBy: 'two rows',
    implementation: (shape) => nestOf(shape, () => 0),
  },
];
