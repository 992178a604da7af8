import type { Misconception } from '../entry/entry.ts';
import { shapeOfNest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import { concatNests, stackNests } from './shared/joining.ts';
import type { Stack } from './stack.ts';

export const misconceptions: readonly Misconception<Stack>[] = [
  {
    id: 'stack/axis-ignored',
    title: 'the new axis is always the first',
    hint: 'Put the new axis at the place of the result that axis names: 1 makes columns of vectors.',
    caughtBy: 'as columns',
    implementation: (tensors) => stackNests(tensors, 0),
  },
  {
    id: 'stack/concatenated',
    title: 'the tensors are put together along an axis that they have',
    hint: 'Stacking adds an axis, as long as the list; without a new one it is concat.',
    caughtBy: 'as rows',
    implementation: (tensors, axis) => {
      const rank = shapeOfNest(nth(tensors, 0)).length;
      return axis < -rank || axis >= rank ? undefined : concatNests(tensors, axis);
    },
  },
  {
    id: 'stack/negative-axis-early',
    title: 'a negative axis is one place too early',
    hint: 'A negative axis counts from the end of the result, which has one axis more: -1 is after the last axis of the tensors.',
    caughtBy: 'as columns, from the end',
    implementation: (tensors, axis) => {
      const place = axis < 0 ? axis + shapeOfNest(nth(tensors, 0)).length : axis;
      return place < 0 ? undefined : stackNests(tensors, place);
    },
  },
];
