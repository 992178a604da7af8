import type { Misconception } from '../entry/entry.ts';
import { shapeOfNest } from '../values/nest.ts';
import type { Concat } from './concat.ts';
import { concatNests, stackNests } from './shared/joining.ts';

export const misconceptions: readonly Misconception<Concat>[] = [
  {
    id: 'concat/axis-ignored',
    title: 'put together along the first axis, whatever axis says',
    hint: 'Put the tensors together along the axis that is named: 1 sets matrices beside each other.',
    caughtBy: 'beside each other',
    implementation: (tensors) => {
      const rests = tensors.map((x) => String(shapeOfNest(x).slice(1)));
      return new Set(rests).size === 1 ? concatNests(tensors, 0) : undefined;
    },
  },
  {
    id: 'concat/reversed',
    title: 'the last tensor comes first',
    hint: 'Keep the order of the list: what comes first in it comes first along the axis.',
    caughtBy: 'below each other',
    implementation: (tensors, axis) => concatNests([...tensors].reverse(), axis),
  },
  {
    id: 'concat/stacked',
    title: 'the tensors are stacked along a new axis',
    hint: 'Concatenation adds no axis: the lengths along the one that is named add up. A new axis is what stack makes.',
    caughtBy: 'below each other',
    implementation: (tensors, axis) => {
      const shapes = new Set(tensors.map((x) => String(shapeOfNest(x))));
      const rank = shapeOfNest(tensors[0] ?? 0).length;
      return shapes.size === 1 ? stackNests(tensors, axis < 0 ? axis + rank : axis) : undefined;
    },
    readings: [
      (tensors, axis) => {
        const shapes = new Set(tensors.map((x) => String(shapeOfNest(x))));
        return shapes.size === 1 ? stackNests(tensors, axis) : undefined;
      },
    ],
  },
];
