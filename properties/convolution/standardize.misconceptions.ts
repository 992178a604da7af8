import type { Misconception, WrongForm } from '../entry/entry.ts';
import { lastAxis, type Normalization, overAll } from './shared/normalization.ts';

export const misconceptions: readonly Misconception<Normalization>[] = [
  {
    id: 'standardize/sample-deviation',
    title: 'divided by the deviation of a sample',
    hint: 'This is the deviation of the population: its variance is the sum of squares divided by n, not by n - 1.',
    caughtBy: 'two rows',
    implementation: (x) =>
      overAll(x, (items) => scaled(items, Math.sqrt((variance(items) * items.length) / (items.length - 1)))),
  },
  {
    id: 'standardize/divided-by-variance',
    title: 'divided by the variance',
    hint: 'Divide by the deviation, which is the root of the variance.',
    caughtBy: 'two rows',
    implementation: (x) => overAll(x, (items) => scaled(items, variance(items))),
  },
  {
    id: 'standardize/not-centred',
    title: 'the mean is not taken off the elements',
    hint: 'Take the mean off each element first, so that the result has a mean of 0.',
    caughtBy: 'two rows',
    implementation: (x) => overAll(x, (items) => items.map((item) => item / Math.sqrt(variance(items)))),
  },
  lastAxis('standardize', (items) => scaled(items, Math.sqrt(variance(items))), 0),
  {
    id: 'standardize/mean-of-squares-minus-square',
    title: 'the variance as the mean of the squares less the square of the mean',
    hint: 'Take the mean off first and square what is left: the two squares cancel where an offset is large.',
    caughtBy: 'an offset of a million',
    verdict: 'unstable',
    cancels: true,
    implementation: onePass(0),
    readings: [onePass(Number.NaN)],
  },
];

/** In one pass, with the result where no variance is left. */
function onePass(constant: number): WrongForm<Normalization> {
  return (x) =>
    overAll(x, (items) => {
      const left = mean(items.map((item) => item * item)) - mean(items) ** 2;
      return left > 0 ? scaled(items, Math.sqrt(left)) : items.map(() => constant);
    });
}

/** What each element differs from the mean by, over a divisor; 0 if that is 0. */
function scaled(items: number[], divisor: number): number[] {
  const mu = mean(items);
  return items.map((item) => (divisor === 0 ? 0 : (item - mu) / divisor));
}

function mean(items: number[]): number {
  return items.reduce((sum, item) => sum + item, 0) / items.length;
}

function variance(items: number[]): number {
  const mu = mean(items);
  return mean(items.map((item) => (item - mu) ** 2));
}
