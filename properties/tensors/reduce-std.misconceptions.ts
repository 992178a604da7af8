import type { Misconception } from '../entry/entry.ts';
import { reduceNest } from './shared/reducing.ts';
import { type Reduction, reductionMisconceptions } from './shared/reduction.ts';

export const misconceptions: readonly Misconception<Reduction>[] = [
  ...reductionMisconceptions('reduceStd', (items) => Math.sqrt(variance(items))),
  {
    id: 'reduceStd/sample-deviation',
    title: 'divided by one less than the number of elements',
    hint: 'This is the deviation of the population: divide the sum of squares by n, not by n - 1.',
    caughtBy: 'by columns',
    implementation: (x, { axes, keepDims }) =>
      reduceNest(x, axes, keepDims, (items) => Math.sqrt((variance(items) * items.length) / (items.length - 1))),
    readings: [
      // of one element, kept from 0 / 0
      (x, { axes, keepDims }) =>
        reduceNest(x, axes, keepDims, (items) =>
          Math.sqrt((variance(items) * items.length) / Math.max(items.length - 1, 1)),
        ),
    ],
  },
  {
    id: 'reduceStd/root-missing',
    title: 'the variance',
    hint: 'Take the root of the mean square to get from the variance to the deviation.',
    caughtBy: 'by columns',
    implementation: (x, { axes, keepDims }) => reduceNest(x, axes, keepDims, variance),
  },
  {
    id: 'reduceStd/mean-absolute',
    title: 'the mean absolute deviation',
    hint: 'Square the differences from the mean and take the root of their mean, not the mean of their sizes.',
    caughtBy: 'a matrix by rows, kept',
    implementation: (x, { axes, keepDims }) =>
      reduceNest(x, axes, keepDims, (items) => sum(items.map((x) => Math.abs(x - mean(items)))) / items.length),
  },
  {
    id: 'reduceStd/mean-of-squares-minus-square',
    title: 'the mean of the squares less the square of the mean',
    hint: 'Take the mean off first and square what is left: the two squares cancel where an offset is large.',
    caughtBy: 'an offset of a million',
    verdict: 'unstable',
    cancels: true,
    implementation: (x, { axes, keepDims }) =>
      reduceNest(x, axes, keepDims, (items) =>
        Math.sqrt(Math.max(0, sum(items.map((x) => x * x)) / items.length - mean(items) ** 2)),
      ),
  },
];

function sum(items: readonly number[]): number {
  return items.reduce((total, x) => total + x, 0);
}

function mean(items: readonly number[]): number {
  return sum(items) / items.length;
}

function variance(items: readonly number[]): number {
  return sum(items.map((x) => (x - mean(items)) ** 2)) / items.length;
}
