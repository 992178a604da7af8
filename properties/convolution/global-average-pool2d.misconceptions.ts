import type { Misconception } from '../entry/entry.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Tensor } from '../values/value.ts';
import { type GlobalPooling, ofMaps, overChannels } from './shared/global-pooling.ts';

const sum = (pixels: number[]): number => pixels.reduce((a, b) => a + b, 0);
const mean = (pixels: number[]): number => sum(pixels) / pixels.length;

export const misconceptions: readonly Misconception<GlobalPooling>[] = [
  {
    id: 'globalAveragePool2d/summed',
    title: 'the sum of the map',
    hint: 'Divide the sum of each map by the number of its pixels, height times width.',
    caughtBy: 'one map of four pixels',
    implementation: (x) => ofMaps(x, sum),
  },
  overChannels('globalAveragePool2d', mean),
  {
    id: 'globalAveragePool2d/over-batch',
    title: 'over the batch too: one number for each channel',
    hint: 'Each image of the batch has its own result: the result is [batch, channel].',
    caughtBy: 'two images',
    implementation: (x) => [transposed(x.flat(2)).map(mean)],
    readings: [
      // as a vector
      (x) => transposed(x.flat(2)).map(mean) as Tensor as Matrix,
    ],
  },
  {
    id: 'globalAveragePool2d/maximum',
    title: 'the largest pixel of the map',
    hint: 'Average pooling sums the pixels of each map and divides by their number.',
    caughtBy: 'one map of four pixels',
    implementation: (x) => ofMaps(x, (pixels) => Math.max(...pixels)),
  },
];
