import type { Misconception } from '../entry/entry.ts';
import { itemAt, itemsOf, type Nest, nestOf, shapeOfNest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Tensor } from '../values/value.ts';
import type { Flatten } from './flatten.ts';

export const misconceptions: readonly Misconception<Flatten>[] = [
  {
    id: 'flatten/everything',
    title: 'all samples in one vector',
    hint: 'The first axis is the batch and stays: the result is a matrix with one row for each sample.',
    caughtBy: 'two images of one channel',
    implementation: (x) => itemsOf(x) as Nest<number> as Matrix,
    readings: [
      // one row
      (x) => [itemsOf(x)],
    ],
  },
  {
    id: 'flatten/channels-first',
    title: 'one channel after the other',
    hint: 'Read row-major, with the last axis running fastest: all channels of a pixel stand side by side.',
    caughtBy: 'an image of two channels',
    implementation: (x) => (x as Tensor[]).map((sample) => itemsOf(lastAxisOutermost(sample))),
    readings: [
      // of images alone
      (x) =>
        (x as Tensor[]).map((sample) => itemsOf(shapeOfNest(sample).length === 3 ? lastAxisOutermost(sample) : sample)),
    ],
  },
];

function lastAxisOutermost(sample: Tensor): Tensor {
  const shape = shapeOfNest(sample);
  if (shape.length === 0) return sample;
  return nestOf([nth(shape, shape.length - 1), ...shape.slice(0, -1)], ([channel = 0, ...rest]) => {
    return itemAt(sample, [...rest, channel]) as number;
  });
}
