import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import type { VaeLoss } from './vae-loss.ts';

/** The two parts of the loss, on which the wrong forms are based. */
function distanceOf(x: Matrix, reconstruction: Matrix): number {
  const y = reconstruction.flat();
  return x.flat().reduce((sum, xi, i) => sum + (xi - nth(y, i)) ** 2, 0) / x.length;
}

function divergenceOf(mean: Matrix, logVariance: Matrix): number {
  const v = logVariance.flat();
  const term = (mu: number, vi: number): number => mu ** 2 + Math.exp(vi) - 1 - vi;
  return mean.flat().reduce((sum, mu, i) => sum + term(mu, nth(v, i)), 0) / (2 * mean.length);
}

export const misconceptions: readonly Misconception<VaeLoss>[] = [
  {
    id: 'vaeLoss/kl-subtracted',
    title: 'the divergence is subtracted',
    hint: 'Both parts are costs: add the divergence. It is subtracted only in the lower bound, which is maximised.',
    caughtBy: 'two samples, no beta',
    implementation: (x, y, mean, v, { beta }) => distanceOf(x, y) - beta * divergenceOf(mean, v),
  },
  {
    id: 'vaeLoss/beta-ignored',
    title: 'beta is ignored',
    hint: 'Multiply the divergence by beta from the options; beta is 1 only if none is given.',
    caughtBy: 'two numbers, one feature',
    implementation: (x, y, mean, v) => distanceOf(x, y) + divergenceOf(mean, v),
  },
  {
    id: 'vaeLoss/mean-squared',
    title: 'the squared errors are averaged over the features',
    hint: 'Sum the squared errors of a sample, and average only over the batch.',
    caughtBy: 'two samples, no beta',
    implementation: (x, y, mean, v, { beta }) => distanceOf(x, y) / nth(x, 0).length + beta * divergenceOf(mean, v),
    readings: [
      // and the divergence over those of the code
      (x, y, mean, v, { beta }) =>
        distanceOf(x, y) / nth(x, 0).length + (beta * divergenceOf(mean, v)) / nth(mean, 0).length,
      // and the divergence summed over the batch
      (x, y, mean, v, { beta }) => distanceOf(x, y) / nth(x, 0).length + beta * x.length * divergenceOf(mean, v),
    ],
  },
  {
    id: 'vaeLoss/beta-on-reconstruction',
    title: 'beta is the weight of the reconstruction',
    hint: 'beta multiplies the divergence, not the reconstruction error.',
    caughtBy: 'two numbers, one feature',
    implementation: (x, y, mean, v, { beta }) => beta * distanceOf(x, y) + divergenceOf(mean, v),
  },
  {
    id: 'vaeLoss/summed',
    title: 'summed over the batch',
    hint: 'Divide both parts, the squared errors and the divergence, by the number of samples: the loss is the mean over the batch.',
    caughtBy: 'two samples, no beta',
    implementation: (x, y, mean, v, { beta }) => x.length * (distanceOf(x, y) + beta * divergenceOf(mean, v)),
    readings: [
      // one of the two parts
      (x, y, mean, v, { beta }) => x.length * distanceOf(x, y) + beta * divergenceOf(mean, v),
      (x, y, mean, v, { beta }) => distanceOf(x, y) + beta * x.length * divergenceOf(mean, v),
      // the reconstruction, while the divergence is averaged over the features too
      (x, y, mean, v, { beta }) => x.length * distanceOf(x, y) + (beta * divergenceOf(mean, v)) / nth(mean, 0).length,
    ],
  },
  {
    id: 'vaeLoss/kl-averaged-over-features',
    title: 'the divergence is averaged over the features of the code',
    hint: 'Sum the divergence over the features of the code, and average only over the batch.',
    caughtBy: 'a mean adds half its square, averaged over the batch',
    implementation: (x, y, mean, v, { beta }) =>
      distanceOf(x, y) + (beta * divergenceOf(mean, v)) / nth(mean, 0).length,
  },
];
