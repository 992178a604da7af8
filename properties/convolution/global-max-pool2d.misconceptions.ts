import type { Misconception } from '../entry/entry.ts';
import { type GlobalPooling, ofMaps, overChannels } from './shared/global-pooling.ts';

export const misconceptions: readonly Misconception<GlobalPooling>[] = [
  {
    id: 'globalMaxPool2d/starts-at-zero',
    title: 'the largest so far starts at 0',
    hint: 'A map may hold negative pixels alone: start with its first pixel, or with -Infinity.',
    caughtBy: 'only negative pixels',
    implementation: (x) => ofMaps(x, (pixels) => Math.max(0, ...pixels)),
  },
  overChannels('globalMaxPool2d', (pixels) => Math.max(...pixels)),
  {
    id: 'globalMaxPool2d/average',
    title: 'the mean of the map',
    hint: 'Max pooling takes the largest pixel of each map.',
    caughtBy: 'one map of four pixels',
    implementation: (x) => ofMaps(x, (pixels) => pixels.reduce((a, b) => a + b, 0) / pixels.length),
  },
];
