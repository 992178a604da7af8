import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import type { KlStandardNormal } from './kl-standard-normal.ts';

/** The sum of all terms, each of a mean and a log-variance, on which the wrong forms are based. */
function sumOf(mean: Matrix, logVariance: Matrix, term: (mu: number, v: number) => number): number {
  return mean.reduce(
    (sum, row, n) => sum + row.reduce((inner, mu, k) => inner + term(mu, nth(nth(logVariance, n), k)), 0),
    0,
  );
}

const variableTerm = (mu: number, v: number): number => v - mu ** 2 - Math.exp(v);
const rightTerm = (mu: number, v: number): number => 1 + variableTerm(mu, v);

export const misconceptions: readonly Misconception<KlStandardNormal>[] = [
  {
    id: 'klStandardNormal/sign-flipped',
    title: 'the minus sign in front is missing',
    hint: 'A divergence is never negative: look at the sign in front of the sum.',
    caughtBy: 'it is never negative',
    rearrangesResult: (divergence) => -divergence,
    implementation: (mean, v) => sumOf(mean, v, rightTerm) / (2 * mean.length),
  },
  {
    id: 'klStandardNormal/half-missing',
    title: 'the factor 1/2 is missing',
    hint: 'The sum is twice the divergence: the formula has a factor of one half.',
    caughtBy: 'mean 3',
    rearrangesResult: (divergence) => 2 * divergence,
    implementation: (mean, v) => -sumOf(mean, v, rightTerm) / mean.length,
  },
  {
    id: 'klStandardNormal/averaged-over-features',
    title: 'averaged over the features',
    hint: 'Sum over the features of a sample, and average only over the batch.',
    caughtBy: 'the features add up',
    rearrangesResult: (divergence, mean) => divergence / nth(mean, 0).length,
    implementation: (mean, v) => -sumOf(mean, v, rightTerm) / (2 * mean.flat().length),
  },
  {
    id: 'klStandardNormal/deviation-for-variance',
    title: 'the standard deviation instead of the variance',
    hint: 'You are given the logarithm of the variance: its exponential is the variance, which the formula needs, not the standard deviation.',
    caughtBy: 'variance 4',
    implementation: (mean, v) => -sumOf(mean, v, (mu, x) => 1 + x - mu ** 2 - Math.exp(x / 2)) / (2 * mean.length),
    readings: [
      (mean, v) => -sumOf(mean, v, (mu, x) => 1 + x / 2 - mu ** 2 - Math.exp(x / 2)) / (2 * mean.length),
      (mean, v) => -sumOf(mean, v, (mu, x) => 1 + x / 2 - mu ** 2 - Math.exp(x)) / (2 * mean.length),
      (mean, v) => -sumOf(mean, v, (mu, x) => 1 + 2 * x - mu ** 2 - Math.exp(2 * x)) / (2 * mean.length),
      (mean, v) => -sumOf(mean, v, (mu, x) => 1 + x - mu ** 2 - Math.exp(2 * x)) / (2 * mean.length),
    ],
  },
  {
    id: 'klStandardNormal/mean-not-squared',
    title: 'the mean is not squared',
    hint: 'Square the mean before you add it.',
    caughtBy: 'the means add half their squares',
    implementation: (mean, v) => -sumOf(mean, v, (mu, x) => 1 + x - mu - Math.exp(x)) / (2 * mean.length),
    readings: [(mean, v) => -sumOf(mean, v, (mu, x) => 1 + x - Math.abs(mu) - Math.exp(x)) / (2 * mean.length)],
  },
  {
    id: 'klStandardNormal/summed',
    title: 'summed over the batch',
    hint: 'Divide the sum by the number of samples: it is the mean over the batch.',
    caughtBy: 'three features, two samples',
    implementation: (mean, v) => -sumOf(mean, v, rightTerm) / 2,
  },
  {
    id: 'klStandardNormal/constant-once',
    title: 'the 1 is counted once, not for each feature',
    hint: 'Each feature of each sample has its own 1: put it inside of the sum over the features.',
    caughtBy: 'three features, two samples',
    implementation: (mean, v) => -(1 + sumOf(mean, v, variableTerm) / mean.length) / 2,
    // once for the batch
    readings: [(mean, v) => -(1 + sumOf(mean, v, variableTerm)) / (2 * mean.length)],
  },
];
