import fc from 'fast-check';
import { batchNormGradient, batchNorm as reference } from '../../reference/generalization/batch-norm.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Lifted, Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers, total } from '../values/tree.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { edges, extremeEdges, hardCases, illegal, worked } from './batch-norm.cases.ts';
import { misconceptions } from './batch-norm.misconceptions.ts';
import {
  BATCH_NORM_OPTIONS,
  type BatchNormOptions,
  complete,
  extreme,
  gridTraining,
  inputs,
  smooth,
  training,
} from './shared/batch-norm-inputs.ts';
import { meanOf, varianceOf } from './shared/moments.ts';

export type BatchNorm = (x: Matrix, options: BatchNormOptions) => Result;
type Result = { y: Matrix; mean: Vector; variance: Vector };
type Arguments = Parameters<BatchNorm>;

export const batchNorm: Entry<BatchNorm> = {
  id: 'batchNorm',
  lecture: 6,
  title: 'Batch normalization',
  latex: String.raw`y_{nj} = \gamma_j \frac{x_{nj} - \mu_j}{\sqrt{v_j + \epsilon}} + \beta_j, \quad \mu_j = \frac{1}{B} \sum_{n=1}^{B} x_{nj}, \quad v_j = \frac{1}{B} \sum_{n=1}^{B} (x_{nj} - \mu_j)^2`,
  source: ['Ioffe, Szegedy (2015), Batch Normalization: Accelerating Deep Network Training', 'Lecture 6'],
  parameters: { x: is.matrix(), options: BATCH_NORM_OPTIONS },
  result: is.record({ y: is.matrix(), mean: is.vector(), variance: is.vector() }),

  reference,
  accelerated: () => import('../../accelerated/generalization/batch-norm.ts'),
  gradient: {
    wrt: ['x', 'options.gamma', 'options.beta', 'options.mean', 'options.variance'],
    reference: batchNormGradient,
    inputs: smooth,
  },

  inputs,
  extreme,

  edges,
  extremeEdges,
  illegal,
  hardCases,

  worked,

  laws: [
    law('in training the mean of every feature of y is beta', fc.tuple(training), async (batchNorm, [x, o]) => {
      const { y } = await batchNorm(x, o);
      const errors = batchNorm.allowed(x, o).y;
      transposed(y).forEach((ys, j) => {
        const beta = nth(o.beta, j);
        const rounding = 2 ** -50 * total(ys.map(Math.abs));
        expectClose(total(ys), beta * x.length, total(nth(transposed(errors), j)), rounding);
      });
    }),
    law(
      'with a momentum of 0 the moments are those of the batch',
      fc.tuple(gridTraining),
      async (batchNorm, [x, given]) => {
        const o = { ...given, momentum: 0 };
        const { mean, variance } = await batchNorm(x, o);
        const allowed = batchNorm.allowed(x, o);
        expectClose(mean, transposed(x).map(meanOf), allowed.mean, 2 ** -48);
        expectClose(variance, transposed(x).map(varianceOf), allowed.variance, 2 ** -46);
      },
    ),
    law(
      'the moving moments keep a share of the old ones, as large as the momentum',
      fc.tuple(gridTraining, fc.constantFrom(0.25, 0.5, 0.875)),
      async (batchNorm, [x, given], momentum) => {
        const [moving, still] = [
          { ...given, momentum },
          { ...given, momentum: 0 },
        ];
        const batch = await batchNorm(x, still);
        const { mean, variance } = await batchNorm(x, moving);
        const share = (old: Vector, now: Vector): Vector =>
          old.map((x, j) => momentum * x + (1 - momentum) * nth(now, j));
        const [own, its] = [batchNorm.allowed(x, moving), batchNorm.allowed(x, still)];
        expectClose(mean, share(given.mean, batch.mean), own.mean, its.mean, 2 ** -48);
        expectClose(variance, share(given.variance, batch.variance), own.variance, its.variance, 2 ** -46);
      },
    ),
    law(
      'in training an offset of all samples changes only the moving mean',
      fc.tuple(gridTraining, grid),
      async (batchNorm, [x, o], offset) => {
        const shifted = x.map((row) => row.map((xi) => xi + offset));
        const { momentum } = complete(o);
        const [here, there] = [await batchNorm(x, o), await batchNorm(shifted, o)];
        const moved = { ...here, mean: here.mean.map((mu) => mu + (1 - momentum) * offset) };
        expectClose(there, moved, batchNorm.allowed(x, o), batchNorm.allowed(shifted, o), 2 ** -48);
      },
    ),
    law(
      'in training the scale of the samples does not matter if epsilon is scaled with them',
      fc.tuple(training, fc.constantFrom(0.25, 2, 4)),
      async (batchNorm, [x, o], scale) => {
        const { epsilon, epsilonInside } = complete(o);
        const scaled = x.map((row) => row.map((xi) => scale * xi));
        const larger = { ...o, epsilon: (epsilonInside ? scale * scale : scale) * epsilon };
        const [usual, other] = [await batchNorm(x, o), await batchNorm(scaled, larger)];
        const [own, its] = [batchNorm.allowed(x, o), batchNorm.allowed(scaled, larger)];
        expectClose(other.y, usual.y, own.y, its.y);
      },
    ),
    sampleIndependence<BatchNorm>(
      inputs.map(([x, o]): Arguments => [x, { ...o, training: false }]),
      {
        name: 'at inference a sample does not depend on the others',
        resultOf: ({ y }, n, [, { mean, variance }]) => ({ y: [nth(y, n)], mean, variance }),
      },
    ),
    law(
      'at inference with the moments of the batch the result is that of training',
      fc.tuple(training),
      async (batchNorm, [x, given]) => {
        const o = { ...given, momentum: 0 };
        const { y, mean, variance } = await batchNorm(x, o);
        const inference = { ...o, mean, variance: variance.map((v) => Math.max(0, v)), training: false };
        const [own, its] = [batchNorm.allowed(x, o), batchNorm.allowed(x, inference)];
        // In training the allowed error of y includes the rounding of the moments, which here enters twice.
        expectClose((await batchNorm(x, inference)).y, y, own.y, own.y, its.y);
      },
    ),
    law('gamma and beta scale and shift what is normalized', fc.tuple(inputs), async (batchNorm, [x, o]) => {
      const bare = { ...o, gamma: o.gamma.map(() => 1), beta: o.beta.map(() => 0) };
      const { y } = await batchNorm(x, bare);
      const expected = y.map((row) => row.map((z, j) => nth(o.gamma, j) * z + nth(o.beta, j)));
      const [own, its] = [batchNorm.allowed(x, o), batchNorm.allowed(x, bare)];
      const scaled = its.y.map((row) => row.map((error, j) => Math.abs(nth(o.gamma, j)) * error));
      const rounding = mapNumbers(expected, (z) => 2 ** -50 * (Math.abs(z) + 16));
      expectClose((await batchNorm(x, o)).y, expected, own.y, scaled, rounding);
    }),
    law(
      'epsilon adds to the variance, or outside the square root to the standard deviation',
      fc.tuple(inputs, fc.constantFrom(0.0625, 0.5, 2), fc.boolean()),
      async (batchNorm, [x, given], epsilon, epsilonInside) => {
        // Multiples of 1/16: these sums and squares are exact.
        const drawn = given.variance.map((v) => Math.ceil(16 * v) / 16);
        const variance = epsilonInside ? drawn : drawn.map((s) => s * s);
        const larger = drawn.map((z) => (epsilonInside ? z + epsilon : (z + epsilon) ** 2));
        const o = { ...given, variance, training: false, epsilonInside, epsilon };
        const more = { ...o, variance: larger, epsilon: 0 };
        const [own, its] = [batchNorm.allowed(x, o), batchNorm.allowed(x, more)];
        expectClose((await batchNorm(x, o)).y, (await batchNorm(x, more)).y, own.y, its.y);
      },
    ),
  ],

  misconceptions,

  errata: [
    {
      where: 'lecture 6, batch norm',
      printed: 'the mean of squares is called the standard deviation',
      holds: 'the standard deviation is its square root',
      variant: {
        implementation: (x, o) => normalizedBy(x, o, (v) => v),
        fails: [[[1], [5]], { gamma: [1], beta: [0], mean: [0], variance: [1], epsilon: 0, momentum: 0 }],
      },
    },
    {
      where: 'lecture 6, batch norm',
      printed: 'epsilon is added to sigma',
      holds: 'libraries add it to the variance; epsilonInside = false gives the form of the notes',
      variant: {
        implementation: (x, o) => normalizedBy(x, o, (v) => Math.sqrt(v) + o.epsilon),
        fails: [[[1], [5]], { gamma: [1], beta: [0], mean: [0], variance: [1], epsilon: 0.5, momentum: 0 }],
      },
    },
  ],

  rounding: (r, x, o) => {
    const { training, momentum } = o;
    const features = o.mean.map((_, j) =>
      roundedFeature(
        r,
        x.map((row) => nth(row, j)),
        o,
        j,
      ),
    );
    const moved = (old: Rounded, now: Rounded): Rounded =>
      training ? r.add(r.multiply(momentum, old), r.multiply(r.rounded(1 - momentum.value), now)) : old;
    return {
      y: x.map((_, n) => features.map(({ y }) => nth(y, n))),
      mean: features.map(({ mean }, j) => moved(nth(o.mean, j), mean)),
      variance: features.map(({ variance }, j) => moved(nth(o.variance, j), variance)),
    };
  },
};

function roundedFeature(
  r: Rounding,
  xs: Rounded[],
  o: Lifted<Required<BatchNormOptions>>,
  j: number,
): { y: Rounded[]; mean: Rounded; variance: Rounded } {
  const { training, epsilon, epsilonInside: inside } = o;
  const [gamma, beta] = [nth(o.gamma, j), nth(o.beta, j)];
  const mean = training ? r.mean(xs) : nth(o.mean, j);
  const centred = xs.map((x) => r.subtract(x, mean));
  const variance = training ? r.mean(centred.map((c) => r.square(c))) : nth(o.variance, j);
  // At a variance of 0 the slope of the square root is taken as 0.
  const root = (v: Rounded): Rounded => (v.value === 0 ? r.detached(r.sqrt(v)) : r.sqrt(v));
  const divisor = inside ? root(r.add(variance, epsilon)) : r.add(root(variance), epsilon);
  // Some compute x k + (beta - mean k) with k = gamma / divisor: two more roundings, relative to the mean.
  const twice = r.subtract(r.rounded(mean.value, 2), r.exact(mean.value));
  const y = centred.map((c) => r.add(r.multiply(gamma, r.divide(r.add(c, twice), divisor)), beta));
  return { y, mean, variance };
}

/** The batch normalized by another divisor, in training. */
function normalizedBy(x: Matrix, { gamma, beta }: BatchNormOptions, divisor: (variance: number) => number): Result {
  const features = transposed(x).map((xs, j) =>
    xs.map((xi) => (nth(gamma, j) * (xi - meanOf(xs))) / divisor(varianceOf(xs)) + nth(beta, j)),
  );
  return { y: transposed(features), mean: transposed(x).map(meanOf), variance: transposed(x).map(varianceOf) };
}
