import type { Misconception } from '../entry/entry.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Images } from '../values/value.ts';
import { type Layer, plainConvolution, plainFeatures } from './shared/plain-features.ts';
import { pooledWindows } from './shared/pooled-windows.ts';
import type { VggBlock } from './vgg-block.ts';

const HALVING = { window: [2, 2] as [number, number], strides: [2, 2] as [number, number], padding: 'valid' as const };

const pooled = (images: Images, f: (pixels: readonly number[]) => number): Images =>
  pooledWindows(images, 0, HALVING).map((rows) => rows.map((row) => row.map((channels) => channels.map(f))));
const largest = (images: Images): Images => pooled(images, (pixels) => Math.max(...pixels));
const convolved = (x: Images, layers: readonly Layer[]): Images => layers.reduce(plainFeatures, x);

export const misconceptions: readonly Misconception<VggBlock>[] = [
  {
    id: 'vggBlock/pool-missing',
    title: 'no pooling',
    hint: 'A VGG block ends with max pooling of 2x2, which halves height and width.',
    caughtBy: 'two layers',
    implementation: convolved,
  },
  {
    id: 'vggBlock/pool-average',
    title: 'average pooling',
    hint: 'A VGG block ends with max pooling: the largest pixel of each window, not their mean.',
    caughtBy: 'two layers',
    implementation: (x, layers) =>
      pooled(convolved(x, layers), (pixels) => pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length),
  },
  {
    id: 'vggBlock/pool-first',
    title: 'pooling before the convolutions',
    hint: 'The convolutions see the images as they are; pooling comes last.',
    caughtBy: 'a negative weight',
    implementation: (x, layers) => convolved(largest(x), layers),
  },
  {
    id: 'vggBlock/pool-each',
    title: 'pooling after each convolution',
    hint: 'The images are pooled once, after the last convolution of the block.',
    caughtBy: 'two layers',
    implementation: (x, layers) => {
      let a = x;
      for (const layer of layers) {
        // Of one row or one column nothing is left.
        if (a.some((image) => image.length < 2 || image.some((row) => row.length < 2))) return undefined;
        a = largest(plainFeatures(a, layer));
      }
      return a;
    },
  },
  {
    id: 'vggBlock/relu-missing',
    title: 'no relu',
    hint: 'relu follows every convolution.',
    caughtBy: 'the result is never negative',
    implementation: (x, layers) => largest(layers.reduce((a, layer) => plainConvolution(a, layer), x)),
  },
  {
    id: 'vggBlock/relu-last',
    title: 'relu at the end alone',
    hint: 'relu follows every convolution, not the last one alone: else they are no more than one.',
    caughtBy: 'two layers',
    implementation: (x, layers) =>
      mapNumbers(largest(layers.reduce((a, layer) => plainConvolution(a, layer), x)), (z) => Math.max(0, z)),
  },
];
