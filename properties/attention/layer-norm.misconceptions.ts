import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { LayerNorm } from './shared/layer-norm-inputs.ts';

interface Moments {
  mean: number;
  variance: number;
}

const average = (xs: Vector): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const squares = (xs: Vector): number => xs.reduce((sum, x) => sum + (x - average(xs)) ** 2, 0);
const ofRow = (xs: Vector): Moments => ({ mean: average(xs), variance: squares(xs) / xs.length });
const inside = (variance: number, epsilon: number): number => Math.sqrt(variance + epsilon);

/** The layer with other moments for each element, or another divisor. */
const layer =
  (
    momentsOf: (x: Matrix, n: number, j: number) => Moments,
    divisor: (variance: number, epsilon: number) => number = inside,
  ): CompleteForm<LayerNorm> =>
  (x, gamma, beta, { epsilon }) =>
    x.map((row, n) =>
      row.map((xi, j) => {
        const { mean, variance } = momentsOf(x, n, j);
        return (nth(gamma, j) * (xi - mean)) / divisor(variance, epsilon) + nth(beta, j);
      }),
    );

/** The layer with other moments of each row. */
const rowLayer = (momentsOf: (xs: Vector) => Moments, divisor = inside): CompleteForm<LayerNorm> =>
  layer((x, n) => momentsOf(nth(x, n)), divisor);

/** The layer with another variance of each row. */
const withVariance = (variance: (xs: Vector) => number): CompleteForm<LayerNorm> =>
  rowLayer((xs) => ({ mean: average(xs), variance: variance(xs) }));

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const squaresAsTheyAre = (xs: Vector): number => sum(xs.map((x) => x * x));

export const misconceptions: readonly Misconception<LayerNorm>[] = [
  {
    id: 'layerNorm/over-batch',
    title: 'each feature normalized over the rows, as batch normalization does',
    hint: 'Compare a feature with the other features of its own row: compute the moments of each row of x, not of each column.',
    caughtBy: 'a row does not depend on the others',
    implementation: layer((x, _n, j) => ofRow(nth(transposed(x), j))),
    clearOn: (x) => x.length > 1,
  },
  {
    id: 'layerNorm/over-all',
    title: 'one mean and one variance of all elements',
    hint: 'Each row has its own moments: compute them over the features of that row, not over the whole matrix.',
    caughtBy: 'a row does not depend on the others',
    implementation: layer((x) => ofRow(x.flat())),
    clearOn: (x) => x.length > 1,
  },
  {
    id: 'layerNorm/sample-variance',
    title: 'squares divided by the number of features minus one',
    hint: 'This is the variance of the features themselves, not an estimate from a sample: divide by m, not by m - 1.',
    caughtBy: 'two features, epsilon 0',
    implementation: withVariance((xs) => squares(xs) / (xs.length - 1)),
    readings: [withVariance((xs) => squares(xs) / Math.max(1, xs.length - 1))],
  },
  {
    id: 'layerNorm/epsilon-placement',
    title: 'epsilon added to the standard deviation',
    hint: 'Add epsilon to the variance first, and take the root of their sum.',
    caughtBy: 'epsilon under the root',
    implementation: rowLayer(ofRow, (variance, epsilon) => Math.sqrt(variance) + epsilon),
  },
  {
    id: 'layerNorm/no-root',
    title: 'divided by the variance instead of its square root',
    hint: 'Divide by the standard deviation: only then does each row have a variance of 1 before gamma scales it.',
    caughtBy: 'two features, epsilon 0',
    implementation: rowLayer(ofRow, (variance, epsilon) => variance + epsilon),
  },
  {
    id: 'layerNorm/gamma-ignored',
    title: 'gamma is not used',
    hint: 'Multiply what is normalized by gamma, feature by feature, before you add beta.',
    caughtBy: 'two features, epsilon 0',
    rearranges: (x, gamma, beta, options) => [x, gamma.map(() => 1), beta, options],
    implementation: (x, gamma, beta, options) =>
      rowLayer(ofRow)(
        x,
        gamma.map(() => 1),
        beta,
        options,
      ),
  },
  {
    id: 'layerNorm/beta-ignored',
    title: 'beta is not used',
    hint: 'Add beta, feature by feature, after gamma has scaled what is normalized.',
    caughtBy: 'two features, epsilon 0',
    rearranges: (x, gamma, beta, options) => [x, gamma, beta.map(() => 0), options],
    implementation: (x, gamma, beta, options) =>
      rowLayer(ofRow)(
        x,
        gamma,
        beta.map(() => 0),
        options,
      ),
  },
  {
    id: 'layerNorm/mean-of-squares-minus-square',
    title: 'the variance as the mean of squares minus the squared mean',
    hint: 'At an offset of a million both terms are about 1e12, and their difference has no digits left: subtract the mean before you square.',
    caughtBy: 'eleven numbers near a million',
    verdict: 'unstable',
    cancels: true,
    implementation: withVariance((xs) => Math.max(0, squaresAsTheyAre(xs) / xs.length - average(xs) ** 2)),
    readings: [
      // divided at the end, which is exact for a few numbers of few digits
      withVariance((xs) => Math.max(0, xs.length * squaresAsTheyAre(xs) - sum(xs) ** 2) / xs.length ** 2),
      ...[
        (xs: Vector): number => xs.length * average(xs) ** 2,
        (xs: Vector): number => sum(xs) * average(xs),
        (xs: Vector): number => sum(xs) ** 2 / xs.length,
      ].map((square) => withVariance((xs) => Math.max(0, squaresAsTheyAre(xs) - square(xs)) / xs.length)),
    ],
  },
];
