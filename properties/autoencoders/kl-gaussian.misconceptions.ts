import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import type { KlGaussian } from './kl-gaussian.ts';

/** One feature of one sample: the difference of the means, and both log-variances. */
type Term = (apart: number, v: number, w: number) => number;

/** A form over the sum of a term of each feature of each sample, with the sizes that it may divide by. */
function over(
  term: Term,
  result: (sum: number, samples: number, features: number) => number = (sum, samples) => sum / (2 * samples),
): KlGaussian {
  return (mean, logVariance, otherMean, otherLogVariance) => {
    const at = (matrix: Matrix, n: number, k: number): number => nth(nth(matrix, n), k);
    const sum = mean.reduce(
      (total, row, n) =>
        total +
        row.reduce(
          (inner, mu, k) => inner + term(mu - at(otherMean, n, k), at(logVariance, n, k), at(otherLogVariance, n, k)),
          0,
        ),
      0,
    );
    return result(sum, mean.length, nth(mean, 0).length);
  };
}

/** The squared distance of the means in deviations of the Gaussian with log-variance w; 0 if they are the same. */
const squared = (apart: number, w: number): number => (apart === 0 ? 0 : (apart * Math.exp(-w / 2)) ** 2);
const right: Term = (apart, v, w) => Math.exp(v - w) - 1 - (v - w) + squared(apart, w);

export const misconceptions: readonly Misconception<KlGaussian>[] = [
  {
    id: 'klGaussian/swapped',
    title: 'the two Gaussians are exchanged',
    hint: 'The divergence is not symmetric: the variance of the second Gaussian is the one that is divided by.',
    caughtBy: 'variance 1 from variance 4, two apart',
    implementation: over((apart, v, w) => right(-apart, w, v)),
    readings: [
      // in one of the two parts alone
      over((apart, v, w) => Math.exp(w - v) - 1 - (w - v) + squared(apart, w)),
      over((apart, v, w) => Math.exp(v - w) - 1 - (v - w) + squared(apart, v)),
    ],
  },
  {
    id: 'klGaussian/half-missing',
    title: 'the factor 1/2 is missing',
    hint: 'The sum is twice the divergence: the formula has a factor of one half.',
    caughtBy: ['two deviations apart', 'variance 4 from variance 1'],
    implementation: over(right, (sum, samples) => sum / samples),
    readings: [
      // in one of the two parts, or of the logarithm alone
      over((apart, v, w) => right(0, v, w) + 2 * squared(apart, w)),
      over((apart, v, w) => 2 * right(0, v, w) + squared(apart, w)),
      over((apart, v, w) => right(apart, v, w) - (v - w)),
    ],
  },
  {
    id: 'klGaussian/averaged-over-features',
    title: 'averaged over the features',
    hint: 'Sum over the features of a sample, and average only over the batch.',
    caughtBy: 'three features, two samples',
    implementation: over(right, (sum, samples, features) => sum / (2 * samples * features)),
  },
  {
    id: 'klGaussian/deviation-for-variance',
    title: 'the standard deviations instead of the variances',
    hint: 'You are given logarithms of variances: the exponential of one is the variance itself, not the standard deviation.',
    caughtBy: 'variance 1 from variance 4, two apart',
    implementation: over((apart, v, w) => Math.exp((v - w) / 2) - 1 - (v - w) + apart ** 2 * Math.exp(-w / 2)),
    readings: [
      over((apart, v, w) => Math.exp((v - w) / 2) - 1 - (v - w) / 2 + apart ** 2 * Math.exp(-w / 2)),
      // the logarithm is taken for that of the deviation, and squared once more
      over(
        (apart, v, w) => Math.exp(2 * (v - w)) - 1 - 2 * (v - w) + (apart === 0 ? 0 : apart ** 2 * Math.exp(-2 * w)),
      ),
    ],
  },
  {
    id: 'klGaussian/mean-not-squared',
    title: 'the difference of the means is not squared',
    hint: 'Square the difference of the means before you divide it by the variance.',
    caughtBy: 'two deviations apart',
    implementation: over((apart, v, w) => right(0, v, w) + (apart === 0 ? 0 : apart * Math.exp(-w))),
    readings: [
      over((apart, v, w) => right(0, v, w) + (apart === 0 ? 0 : Math.abs(apart) * Math.exp(-w))),
      over((apart, v, w) => right(0, v, w) + apart * Math.exp(-w / 2)),
      over((apart, v, w) => right(0, v, w) + Math.abs(apart) * Math.exp(-w / 2)),
    ],
  },
  {
    id: 'klGaussian/sign-flipped',
    title: 'the sign is wrong',
    hint: 'A divergence is never negative: look at the sign in front of the sum.',
    caughtBy: 'it is never negative',
    implementation: over(right, (sum, samples) => -sum / (2 * samples)),
  },
  {
    id: 'klGaussian/summed',
    title: 'summed over the batch',
    hint: 'Divide the sum by the number of samples: it is the mean over the batch.',
    caughtBy: 'three features, two samples',
    implementation: over(right, (sum) => sum / 2),
  },
  {
    id: 'klGaussian/constant-once',
    title: 'the 1 is counted once, not for each feature',
    hint: 'Each feature of each sample has its own 1: put it inside of the sum over the features.',
    caughtBy: 'three features, two samples',
    implementation: over(
      (apart, v, w) => right(apart, v, w) + 1,
      (sum, samples) => (sum / samples - 1) / 2,
    ),
    // once for the batch
    readings: [
      over(
        (apart, v, w) => right(apart, v, w) + 1,
        (sum, samples) => (sum - 1) / (2 * samples),
      ),
    ],
  },
  {
    id: 'klGaussian/ratio-of-variances',
    title: 'one variance divided by the other',
    hint: 'Either variance may be too large or too small for a number: take the power of the difference of the logarithms.',
    verdict: 'unstable',
    caughtBy: ['near 750', 'near -750, equal means'],
    implementation: over((apart, v, w) => Math.exp(v) / Math.exp(w) - 1 - (v - w) + squared(apart, w)),
    readings: [
      over((apart, v, w) => (Math.exp(v) + apart ** 2) / Math.exp(w) - 1 - (v - w)),
      over((apart, v, w) => Math.exp(v) / Math.exp(w) - 1 + Math.log(Math.exp(w) / Math.exp(v)) + squared(apart, w)),
      over((apart, v, w) => (Math.exp(v) + apart ** 2) / Math.exp(w) - 1 + Math.log(Math.exp(w) / Math.exp(v))),
      // from the deviations, squared again
      over(
        (apart, v, w) =>
          (Math.exp(v / 2) ** 2 + apart ** 2) / Math.exp(w / 2) ** 2 -
          1 +
          2 * Math.log(Math.exp(w / 2) / Math.exp(v / 2)),
      ),
      // times the inverse variance
      over((apart, v, w) => Math.exp(v) * Math.exp(-w) - 1 - (v - w) + squared(apart, w)),
      over((apart, v, w) => (Math.exp(v) + apart ** 2) * Math.exp(-w) - 1 - (v - w)),
    ],
  },
  {
    id: 'klGaussian/zero-over-zero',
    title: 'a distance of 0 divided by a variance that vanished',
    hint: 'The second variance may be too small for a number, and 0 / 0 is NaN: divide the difference of the means by the deviation, and then square.',
    verdict: 'unstable',
    caughtBy: 'near -750, equal means',
    implementation: over((apart, v, w) => right(0, v, w) + apart ** 2 / Math.exp(w)),
  },
];
