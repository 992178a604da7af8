import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import type { Reparameterize } from './reparameterize.ts';

/** The mean plus the noise times a wrong deviation. */
function sampling(deviation: (v: number) => number): (mean: Matrix, logVariance: Matrix, noise: Matrix) => Matrix {
  return (mean, logVariance, noise) =>
    mean.map((row, n) => row.map((mu, k) => mu + deviation(nth(nth(logVariance, n), k)) * nth(nth(noise, n), k)));
}

/** The sample as the notes print it, with the encoder's output taken as sigma. */
export const varianceForDeviation = sampling(Math.exp);

export const misconceptions: readonly Misconception<Reparameterize>[] = [
  {
    id: 'reparameterize/variance-for-deviation',
    title: 'the noise is scaled by the variance',
    hint: 'The noise is scaled by the standard deviation, the root of the variance.',
    caughtBy: 'variance 4',
    implementation: varianceForDeviation,
  },
  {
    id: 'reparameterize/log-variance-for-deviation',
    title: 'the noise is scaled by the logarithm of the variance',
    hint: 'You are given the logarithm of the variance: undo the logarithm before you scale the noise.',
    caughtBy: 'with variance 1 the noise is added as it is',
    implementation: sampling((v) => v),
  },
  {
    id: 'reparameterize/half-missing',
    title: 'the log-variance is doubled instead of halved',
    hint: 'The square root of e^v is e^(v/2): halve the log-variance, do not double it.',
    caughtBy: 'variance 4',
    implementation: sampling((v) => Math.exp(2 * v)),
  },
  {
    id: 'reparameterize/noise-ignored',
    title: 'the noise is left out',
    hint: 'A sample is more than its mean: add the noise, scaled by the standard deviation.',
    caughtBy: 'variance 4',
    implementation: (mean) => mean,
    readings: [
      (mean, logVariance) => mean.map((row, n) => row.map((mu, k) => mu + Math.exp(nth(nth(logVariance, n), k) / 2))),
    ],
  },
];
