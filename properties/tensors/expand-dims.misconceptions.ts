import type { Misconception } from '../entry/entry.ts';
import { itemsOf, nested, shapeOfNest } from '../values/nest.ts';
import type { Tensor } from '../values/value.ts';
import type { ExpandDims } from './expand-dims.ts';

export const misconceptions: readonly Misconception<ExpandDims>[] = [
  {
    id: 'expandDims/axis-ignored',
    title: 'the new axis is always the first',
    hint: 'Put the new axis at the place that axis names: only 0 is the front.',
    caughtBy: 'a column',
    implementation: (x) => expanded(x, 0),
  },
  {
    id: 'expandDims/negative-axis-early',
    title: 'a negative axis is one place too early',
    hint: 'A negative axis counts from the end of the result, which has one axis more: -1 is after the last axis of x.',
    caughtBy: 'a column',
    implementation: (x, axis) => {
      const place = axis < 0 ? axis + shapeOfNest(x).length : axis;
      return place < 0 ? undefined : expanded(x, place);
    },
  },
];

function expanded(x: Tensor, place: number): Tensor {
  const shape = shapeOfNest(x);
  return nested([...shape.slice(0, place), 1, ...shape.slice(place)], itemsOf(x));
}
