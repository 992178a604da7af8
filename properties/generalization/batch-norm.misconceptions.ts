import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { BatchNorm } from './batch-norm.ts';
import type { BatchNormOptions } from './shared/batch-norm-inputs.ts';

type Moments = { mean: Vector; variance: Vector };
type Result = ReturnType<BatchNorm>;
type Filled = Required<BatchNormOptions>;

const average = (xs: Vector): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const squares = (xs: Vector): number => xs.reduce((sum, x) => sum + (x - average(xs)) ** 2, 0);
const columns = (x: Matrix): Matrix => nth(x, 0).map((_, j) => x.map((row) => nth(row, j)));
const at = (xs: Vector, i: number): number => nth(xs, i);

const divisor = (v: number, { epsilon, epsilonInside }: Filled): number =>
  epsilonInside ? Math.sqrt(v + epsilon) : Math.sqrt(v) + epsilon;

/** The correct moments of the batch, on which the wrong forms are based. */
const ofBatch = (x: Matrix): Moments => ({
  mean: columns(x).map(average),
  variance: columns(x).map((xs) => squares(xs) / xs.length),
});
const normalized = (x: Matrix, { mean, variance }: Moments, options: Filled, by = divisor): Matrix =>
  x.map((row) =>
    row.map(
      (xi, j) => (at(options.gamma, j) * (xi - at(mean, j))) / by(at(variance, j), options) + at(options.beta, j),
    ),
  );
const moved = ({ mean, variance, momentum }: Filled, batch: Moments): Moments => ({
  mean: mean.map((old, j) => momentum * old + (1 - momentum) * at(batch.mean, j)),
  variance: variance.map((old, j) => momentum * old + (1 - momentum) * at(batch.variance, j)),
});
const untouched = ({ mean, variance }: Filled): Moments => ({ mean, variance });

/** The layer with other moments of the batch, or another divisor. */
const layer =
  (moments: (x: Matrix) => Moments, by: (v: number, options: Filled) => number = divisor): CompleteForm<BatchNorm> =>
  (x, options) => {
    const used = options.training ? moments(x) : untouched(options);
    const y = normalized(x, used, options, by);
    return { y, ...(options.training ? moved(options, used) : untouched(options)) };
  };

const sampleVariance = (x: Matrix): Moments => ({
  mean: ofBatch(x).mean,
  variance: columns(x).map((xs) => squares(xs) / (xs.length - 1)),
});
const guardedSampleVariance = (x: Matrix): Moments => (x.length === 1 ? ofBatch(x) : sampleVariance(x));

/** The same mean and variance for each feature, those of all elements. */
const ofAll = (x: Matrix): Moments => ({
  mean: nth(x, 0).map(() => average(x.flat())),
  variance: nth(x, 0).map(() => squares(x.flat()) / x.flat().length),
});

/** The layer whose moving variance alone takes in another variance of the batch. */
const movingVariance =
  (moments: (x: Matrix) => Moments): CompleteForm<BatchNorm> =>
  (x, options) => {
    const right = layer(ofBatch)(x, options);
    return options.training ? { ...right, variance: moved(options, moments(x)).variance } : right;
  };

/** The layer that adds epsilon to the quotient: always, or where it belongs outside of the root. */
const epsilonAfter =
  (
    scaled: (quotient: number, epsilon: number, gamma: number) => number,
    when: 'always' | 'outside',
  ): CompleteForm<BatchNorm> =>
  (x, options) => {
    const right = layer(ofBatch)(x, options);
    if (when === 'outside' && options.epsilonInside) return right;
    const { mean, variance } = options.training ? ofBatch(x) : options;
    const y = x.map((row) =>
      row.map((xi, j) => {
        const quotient = (xi - at(mean, j)) / Math.sqrt(at(variance, j));
        return scaled(quotient, options.epsilon, at(options.gamma, j)) + at(options.beta, j);
      }),
    );
    return { ...right, y };
  };

/** Each sample normalized by its own moments, as in layer normalization; `kept` gives those of the moving average. */
const overFeatures = (x: Matrix, options: Filled, kept: (x: Matrix) => Moments): Result => {
  if (!options.training) return layer(ofBatch)(x, options);
  const y = x.map((row) => {
    const own = { mean: row.map(() => average(row)), variance: row.map(() => squares(row) / row.length) };
    return nth(normalized([row], own, options), 0);
  });
  return { y, ...moved(options, kept(x)) };
};

export const misconceptions: readonly Misconception<BatchNorm>[] = [
  {
    id: 'batchNorm/sample-variance',
    title: 'squares divided by the batch size minus one',
    hint: 'This is the variance of the batch itself, not an estimate from a sample: divide by B, not by B - 1.',
    caughtBy: 'two samples, epsilon 0',
    implementation: layer(sampleVariance),
    readings: [layer(guardedSampleVariance)],
  },
  {
    id: 'batchNorm/over-features',
    title: 'each sample normalized over its features',
    hint: 'Compare a feature with the same feature of the other samples: compute the moments of each column of x.',
    caughtBy: 'two samples, epsilon 0',
    implementation: (x, given) =>
      x.length === nth(x, 0).length || given.training === false
        ? overFeatures(x, given, (rows) => ofBatch(columns(rows)))
        : undefined,
    readings: [(x, given) => overFeatures(x, given, ofBatch)],
  },
  {
    id: 'batchNorm/epsilon-placement',
    title: 'epsilon in the other place',
    hint: 'epsilonInside says whether epsilon is added before or after the square root; it is true by default.',
    caughtBy: 'epsilon adds to the variance, or outside the square root to the standard deviation',
    implementation: layer(ofBatch, (v, options) => divisor(v, { ...options, epsilonInside: false })),
    readings: [
      layer(ofBatch, (v, options) => divisor(v, { ...options, epsilonInside: true })),
      layer(ofBatch, (v, options) => divisor(v, { ...options, epsilonInside: !options.epsilonInside })),
    ],
  },
  {
    id: 'batchNorm/no-root',
    title: 'divided by the variance instead of its square root',
    hint: 'Divide by the standard deviation: only then does y have a variance of gamma squared.',
    caughtBy: 'two samples, epsilon 0',
    implementation: layer(ofBatch, (v, { epsilon }) => v + epsilon),
  },
  {
    id: 'batchNorm/momentum-swapped',
    title: 'momentum and 1 - momentum exchanged in the moving moments',
    hint: 'With a momentum of 0.99 the moving moments change little: which share is kept, and which comes from the batch?',
    caughtBy: 'the moving moments keep a share of the old ones, as large as the momentum',
    rearranges: (x, options) => [x, { ...options, momentum: 1 - options.momentum }],
    implementation: (x, options) => {
      const { y } = layer(ofBatch)(x, options);
      if (!options.training) return { y, ...untouched(options) };
      return { y, ...moved({ ...options, momentum: 1 - options.momentum }, ofBatch(x)) };
    },
  },
  {
    id: 'batchNorm/batch-moments-at-inference',
    title: 'the moments of the batch are used at inference too',
    hint: 'With training = false a sample must not depend on the others: which other moments are there to normalize with?',
    caughtBy: 'at inference a sample does not depend on the others',
    implementation: (x, options) => {
      const batch = ofBatch(x);
      return { y: normalized(x, batch, options), ...(options.training ? moved(options, batch) : untouched(options)) };
    },
    readings: [(x, given) => layer(ofBatch)(x, { ...given, training: true })],
  },
  {
    id: 'batchNorm/over-all',
    title: 'one mean and one variance of all elements',
    hint: 'Each feature has its own moments: compute them down each column of x, not over the whole matrix.',
    caughtBy: 'in training the mean of every feature of y is beta',
    implementation: layer(ofAll),
    readings: [
      // with the moving moments of each feature
      (x, options) => ({ ...layer(ofBatch)(x, options), y: layer(ofAll)(x, options).y }),
    ],
    clearOn: (x) => x.length > 1,
  },
  {
    id: 'batchNorm/moving-variance-unbiased',
    title: 'the moving variance takes in the sample variance',
    hint: 'PyTorch estimates the moving variance with B - 1; here it takes in the very variance that normalizes the batch, divided by B.',
    caughtBy: 'two samples, epsilon 0',
    implementation: movingVariance(sampleVariance),
    readings: [movingVariance(guardedSampleVariance)],
  },
  {
    id: 'batchNorm/epsilon-after-quotient',
    title: 'epsilon is added to the quotient',
    hint: 'Add epsilon before you divide: to the variance under the root, or, with epsilonInside = false, to the root, in brackets.',
    caughtBy: 'epsilon adds to the variance, or outside the square root to the standard deviation',
    implementation: epsilonAfter((quotient, epsilon, gamma) => gamma * (quotient + epsilon), 'always'),
    readings: [
      epsilonAfter((quotient, epsilon, gamma) => gamma * quotient + epsilon, 'always'),
      epsilonAfter((quotient, epsilon, gamma) => gamma * (quotient + epsilon), 'outside'),
      epsilonAfter((quotient, epsilon, gamma) => gamma * quotient + epsilon, 'outside'),
    ],
  },
  {
    id: 'batchNorm/mean-of-squares-minus-square',
    title: 'the variance as the mean of squares minus the squared mean',
    hint: 'At an offset of a million both terms are about 1e12, and their difference has no digits left: subtract the mean before you square.',
    caughtBy: 'eleven numbers near a million',
    verdict: 'unstable',
    cancels: true,
    implementation: layer((x) => ({
      mean: columns(x).map(average),
      variance: columns(x).map((xs) => Math.max(0, average(xs.map((xi) => xi * xi)) - average(xs) ** 2)),
    })),
    readings: [
      // divided at the end, which is exact for a few numbers of few digits
      layer((x) => ({
        mean: columns(x).map(average),
        variance: columns(x).map((xs) => {
          const [n, sum] = [xs.length, xs.reduce((a, b) => a + b, 0)];
          return Math.max(0, n * xs.reduce((a, b) => a + b * b, 0) - sum * sum) / n ** 2;
        }),
      })),
      ...[
        (n: number, sum: number): number => n * (sum / n) ** 2,
        (n: number, sum: number): number => sum * (sum / n),
        (n: number, sum: number): number => sum ** 2 / n,
      ].map((square) =>
        layer((x) => ({
          mean: columns(x).map(average),
          variance: columns(x).map((xs) => {
            const [n, sum] = [xs.length, xs.reduce((a, b) => a + b, 0)];
            return Math.max(0, xs.reduce((a, b) => a + b * b, 0) - square(n, sum)) / n;
          }),
        })),
      ),
    ],
  },
];
