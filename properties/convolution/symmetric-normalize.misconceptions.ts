import type { Misconception } from '../entry/entry.ts';
import { lastAxis, type Normalization, overAll } from './shared/normalization.ts';

const shares = (items: number[]): number[] => {
  const [least, most] = [Math.min(...items), Math.max(...items)];
  return items.map((item) => (item - least) / (most - least));
};

export const misconceptions: readonly Misconception<Normalization>[] = [
  {
    id: 'symmetricNormalize/zero-to-one',
    title: 'between 0 and 1',
    hint: 'Stretch the range from 0 to 1 to that from -1 to 1: twice as large, less 1.',
    caughtBy: 'two rows',
    implementation: (x) => overAll(x, shares),
  },
  {
    id: 'symmetricNormalize/divided-by-largest',
    title: 'divided by the largest size',
    hint: 'The least element becomes -1 and the largest 1, so that an offset is lost: divide the distance from the minimum by the spread.',
    caughtBy: 'two rows',
    implementation: (x) => overAll(x, (items) => items.map((item) => item / Math.max(...items.map(Math.abs)))),
  },
  lastAxis('symmetricNormalize', (items) => shares(items).map((share) => 2 * share - 1), -1, 0),
];
