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

/** Right moments of the batch, from which the wrong forms depart. */
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

/** Each sample by its own moments, as layer normalization does it; `kept` are the moments that move. */
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
    title: 'squares divided by the batch size less one',
    hint: 'The variance here is that of the batch itself, not an estimate for others: how many squares do you average?',
    caughtBy: 'two samples, epsilon 0',
    implementation: layer(sampleVariance),
    readings: [layer(guardedSampleVariance)],
  },
  {
    id: 'batchNorm/over-features',
    title: 'each sample normalized over its features',
    hint: 'A feature is compared with the same feature of the other samples: take the moments down each column of x.',
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
    hint: 'epsilonInside says whether epsilon is added before or after the root is taken, and it is true by default.',
    caughtBy: 'epsilon is as much more variance, or outside the root as much more deviation',
    implementation: layer(ofBatch, (v, options) => divisor(v, { ...options, epsilonInside: false })),
    readings: [
      layer(ofBatch, (v, options) => divisor(v, { ...options, epsilonInside: true })),
      layer(ofBatch, (v, options) => divisor(v, { ...options, epsilonInside: !options.epsilonInside })),
    ],
  },
  {
    id: 'batchNorm/no-root',
    title: 'divided by the variance instead of its root',
    hint: 'y has the variance gamma squared only if you divide by a standard deviation.',
    caughtBy: 'two samples, epsilon 0',
    implementation: layer(ofBatch, (v, { epsilon }) => v + epsilon),
  },
  {
    id: 'batchNorm/momentum-swapped',
    title: 'momentum and one less momentum exchanged in the moving moments',
    hint: 'With a momentum of 0.99 the moving moments change little: which share is kept, and which comes from the batch?',
    caughtBy: 'the moving moments keep the share that the momentum says',
    implementation: (x, options) => {
      const { y } = layer(ofBatch)(x, options);
      if (!options.training) return { y, ...untouched(options) };
      return { y, ...moved({ ...options, momentum: 1 - options.momentum }, ofBatch(x)) };
    },
  },
  {
    id: 'batchNorm/batch-moments-at-inference',
    title: 'the moments of the batch at inference, too',
    hint: 'With training = false a sample must not depend on the others: which moments are left to normalize with?',
    caughtBy: 'at inference a sample does not depend on the others',
    implementation: (x, options) => {
      const batch = ofBatch(x);
      return { y: normalized(x, batch, options), ...(options.training ? moved(options, batch) : untouched(options)) };
    },
    readings: [(x, given) => layer(ofBatch)(x, { ...given, training: true })],
  },
  {
    id: 'batchNorm/mean-of-squares-minus-square',
    title: 'the variance as the mean of squares less the squared mean',
    hint: 'At an offset of a million both terms are 1e12, and their difference has lost its digits: subtract the mean before you square.',
    caughtBy: 'eleven about a million',
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
