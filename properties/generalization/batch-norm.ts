import fc from 'fast-check';
import { batchNormGradient, batchNorm as reference } from '../../reference/generalization/batch-norm.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, mild, numbers, options, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Lifted, Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, total } from '../values/tree.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { misconceptions } from './batch-norm.misconceptions.ts';

type Vectors = { gamma: Vector; beta: Vector; mean: Vector; variance: Vector };
type Choices = { training?: boolean; momentum?: number; epsilon?: number; epsilonInside?: boolean };
export type Options = Vectors & Choices;
type Result = { y: Matrix; mean: Vector; variance: Vector };
export type BatchNorm = (x: Matrix, options: Options) => Result;
type Arguments = Parameters<BatchNorm>;

/** Samples and features; as many of one as of the other often enough. */
const sizes: fc.Arbitrary<[B: number, m: number]> = fc.oneof(
  { arbitrary: fc.tuple(size(5), size(3)), weight: 3 },
  { arbitrary: fc.integer({ min: 2, max: 3 }).map((n): [number, number] => [n, n]), weight: 1 },
);

const choices = options<Required<Choices>>({
  training: fc.boolean(),
  momentum: fc.constantFrom(0, 0.25, 0.5, 0.75, 0.9),
  epsilon: fc.constantFrom(1e-5, 0.01, 0.0625, 0.5),
  epsilonInside: fc.boolean(),
});

/** Features of any numbers, with variances above 0. */
const layers = (
  element: fc.Arbitrary<number>,
  chosen: fc.Arbitrary<Choices | undefined> = choices,
): fc.Arbitrary<Arguments> =>
  fc.tuple(sizes, numbers(element, 31), chosen).map(([[B, m], drawn, given]) => {
    const fill = take(drawn);
    const x = fill.matrix(B, m);
    const [gamma, beta, mean] = [fill.vector(m), fill.vector(m), fill.vector(m)];
    return [x, { gamma, beta, mean, variance: fill.vector(m).map((v) => Math.abs(v) || 1), ...given }];
  });

/** Constant features, or such as are spread enough for a variance to keep its digits however it is computed. */
const inputs = layers(mild).filter(([x]) =>
  columnsOf(x).every((xs) => spread(xs) === 0 || spread(xs) >= 1e-4 * Math.max(...xs.map((xi) => xi * xi))),
);
const training = inputs.filter(([, { training = true }]) => training);
/** Numbers on a grid, for which sums and shifts round nothing. */
const gridTraining = layers(
  grid,
  choices.map((given) => ({ ...given, training: true })),
);
/** Where central differences with steps of 2^-9 see no kink: a root far from 0, or no spread at all. */
const smooth = inputs.filter(
  ([x, { variance }]) =>
    variance.every((v) => v >= 0.25) && columnsOf(x).every((xs) => xs.length === 1 || spread(xs) >= 0.25),
);

/** Features of spread 1 about a million, in multiples of 1/16, which float32 still holds there. */
const extreme: fc.Arbitrary<Arguments> = fc
  .tuple(
    fc.constantFrom(3, 5, 6, 7),
    size(2),
    numbers(
      fc.integer({ min: -32, max: 32 }).map((k) => k / 16 || 0),
      23,
    ),
    numbers(mild, 9),
    choices,
    fc.constantFrom(1e6, -1e6),
  )
  .map(([B, m, steps, drawn, given, offset]): Arguments => {
    const fill = take(drawn);
    const near = take(steps);
    const x = near.matrix(B, m).map((row) => row.map((step) => offset + step));
    const some = fill.vector(m).map((g) => g || 1);
    const vectors = {
      gamma: some,
      beta: fill.vector(m),
      mean: near.vector(m),
      variance: fill.vector(m).map((v) => Math.abs(v) || 1),
    };
    // At inference the moving mean is where the features are.
    const mean = given?.training === false ? vectors.mean.map((step) => offset + step) : vectors.mean;
    return [x, { ...vectors, mean, ...given }];
  })
  .filter(([x]) => columnsOf(x).every((xs) => spread(xs) >= 0.25));

const plain = { gamma: [1.5, -2], beta: [0.25, 1], mean: [0.5, -1], variance: [2, 0.25] };

export const batchNorm: Entry<BatchNorm> = {
  id: 'batchNorm',
  lecture: 6,
  title: 'Batch normalization',
  latex: String.raw`y_{nj} = \gamma_j \frac{x_{nj} - \mu_j}{\sqrt{v_j + \epsilon}} + \beta_j, \quad \mu_j = \frac{1}{B} \sum_{n=1}^{B} x_{nj}, \quad v_j = \frac{1}{B} \sum_{n=1}^{B} (x_{nj} - \mu_j)^2`,
  source: ['Ioffe, Szegedy (2015), Batch Normalization: Accelerating Deep Network Training', 'Lecture 6'],
  parameters: {
    x: is.matrix(),
    options: is.options({
      gamma: is.vector(),
      beta: is.vector(),
      mean: is.vector(),
      variance: is.vector({ element: { least: 0 } }),
      training: is.boolean({ default: true }),
      momentum: is.probability({ default: 0.99 }),
      epsilon: is.number({ least: 0, default: 1e-3 }),
      epsilonInside: is.boolean({ default: true }),
    }),
  },
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

  edges: {
    'a momentum of 1': [[[1], [3]], { gamma: [1], beta: [0], mean: [0.5], variance: [4], momentum: 1 }],
    'one sample': [[[1.5, -2]], plain],
    'one sample, epsilon outside': [[[1.5, -2]], { ...plain, epsilonInside: false }],
    'one sample at inference': [[[1.5, -2]], { ...plain, training: false }],
    'one feature': [[[1], [2], [4]], { gamma: [2], beta: [-1], mean: [1], variance: [1] }],
    square: [
      [
        [1, -2],
        [4, 0.5],
      ],
      { ...plain, momentum: 0.5 },
    ],
    'square at inference': [
      [
        [1, -2],
        [4, 0.5],
      ],
      { ...plain, training: false, momentum: 0.5 },
    ],
    'a constant feature': [
      [
        [3, 1],
        [3, 2],
        [3, -2],
      ],
      plain,
    ],
    'a constant feature, epsilon outside': [
      [
        [3, 1],
        [3, 2],
        [3, -2],
      ],
      { ...plain, epsilonInside: false, epsilon: 0.5 },
    ],
    'nothing kept': [
      [
        [1, -2],
        [4, 0.5],
        [0, 1],
      ],
      { ...plain, momentum: 0 },
    ],
    'epsilon 0': [
      [
        [1, -2],
        [4, 0.5],
        [0, 1],
      ],
      { ...plain, epsilon: 0 },
    ],
    'gamma 0': [
      [
        [1, -2],
        [4, 0.5],
        [0, 1],
      ],
      { ...plain, gamma: [0, 0] },
    ],
    'a large epsilon outside': [
      [
        [1, -2],
        [4, 0.5],
        [0, 1],
      ],
      { ...plain, epsilon: 0.5, epsilonInside: false },
    ],
    'a large epsilon outside, at inference': [
      [
        [1, -2],
        [4, 0.5],
        [0, 1],
      ],
      { ...plain, training: false, epsilon: 0.5, epsilonInside: false },
    ],
    'all options': [
      [
        [1, -2],
        [4, 0.5],
        [0, 1],
      ],
      { ...plain, training: true, momentum: 0.75, epsilon: 0.0625, epsilonInside: true },
    ],
  },
  extremeEdges: {
    'offset of a million': [
      [[1e6 + 1], [1e6 - 0.5], [1e6 + 0.25], [1e6], [1e6 - 1.5], [1e6 + 2]],
      { gamma: [1.5], beta: [0.25], mean: [0], variance: [1], momentum: 0.5 },
    ],
    // so many that n times the sum of squares is no longer exact
    'eleven about a million': [
      [-0.5, -0.375, 0.0625, 0.5625, 0.1875, 0.6875, 0, -0.25, -0.4375, 0.625, 0.6875].map((x) => [1e6 + x]),
      { gamma: [1.5], beta: [0.25], mean: [0], variance: [1] },
    ],
    'offset of minus a million, epsilon outside': [
      [
        [-1e6 + 1, 1e6],
        [-1e6 - 0.5, 1e6 + 1],
        [-1e6 + 0.25, 1e6 - 0.75],
      ],
      { gamma: [1.5, 1], beta: [0.25, 0], mean: [0, 1], variance: [1, 1], epsilonInside: false },
    ],
    'offset of a million at inference': [
      [[1e6 + 1], [1e6 - 0.5], [1e6 + 0.25]],
      { gamma: [1.5], beta: [0.25], mean: [1e6], variance: [1.25], training: false },
    ],
  },
  illegal: {
    'mean longer': { args: [[[1]], { gamma: [1], beta: [0], mean: [0, 0], variance: [1] }], names: 'options.mean' },
    'variance shorter': { args: [[[1, 2]], { ...plain, variance: [1] }], names: 'options.variance' },
  },
  hardCases: {
    'one sample': (x) => x.length === 1,
    'one feature in a batch': (x) => x.length > 1 && x[0]?.length === 1,
    'square, in training': (x, { training = true }) => training && x.length > 1 && x.length === x[0]?.length,
    'not square': (x) => x.length !== x[0]?.length,
    'more than two samples': (x, { training = true }) => training && x.length > 2,
    'a constant feature in a batch': (x) => x.length > 1 && columnsOf(x).some((xs) => spread(xs) === 0),
    'at inference': (_x, { training }) => training === false,
    'at inference with epsilon outside': (_x, o) => o.training === false && o.epsilonInside === false,
    'training given': (_x, { training }) => training === true,
    'no choices made': (_x, o) => Object.keys(o).length === 4,
    'all choices made': (_x, o) => Object.keys(o).length === 8,
    'some choices made': (_x, o) => Object.keys(o).length > 4 && Object.keys(o).length < 8,
    'epsilon outside, large enough to be seen': (x, { epsilon = 1e-3, epsilonInside, training = true }) =>
      epsilon > 0.05 && epsilonInside === false && training && x.length > 1,
    'nothing kept': (_x, { momentum, training = true }) => momentum === 0 && training,
    'gamma not 1': (_x, { gamma }) => gamma.some((g) => g !== 1 && g !== 0),
  },

  worked: [
    {
      name: 'two samples, epsilon 0',
      origin: 'by hand: mean 3, variance 4, so 3 (∓1) + 1; moving 0/2 + 3/2 and 1/2 + 4/2',
      args: [[[1], [5]], { gamma: [3], beta: [1], mean: [0], variance: [1], momentum: 0.5, epsilon: 0 }],
      expected: { y: [[-2], [4]], mean: [1.5], variance: [2.5] },
    },
    {
      name: 'epsilon inside',
      origin: 'by hand: variance 9; inside sqrt(9 + 16) = 5',
      args: [[[-3], [3]], { gamma: [10], beta: [0], mean: [0], variance: [9], epsilon: 16 }],
      expected: { y: [[-6], [6]], mean: [0], variance: [9] },
    },
    {
      name: 'epsilon outside',
      origin: 'by hand: deviation 3, 3 + 2 = 5',
      args: [[[-3], [3]], { gamma: [10], beta: [0], mean: [0], variance: [9], epsilon: 2, epsilonInside: false }],
      expected: { y: [[-6], [6]], mean: [0], variance: [9] },
    },
    {
      name: 'at inference',
      origin: 'by hand: (7 - 1)/2 · 3 + 1 = 10, and the moments come back',
      args: [[[7]], { gamma: [3], beta: [1], mean: [1], variance: [4], epsilon: 0, training: false }],
      expected: { y: [[10]], mean: [1], variance: [4] },
    },
    {
      name: 'three samples, two features',
      origin: 'by hand: means 2 and 10, variances 8/3 and 6; 0.75 and 0.25 of the moving ones and of these',
      args: [
        [
          [0, 13],
          [2, 7],
          [4, 10],
        ],
        { gamma: [0, 0], beta: [5, -5], mean: [6, 2], variance: [0, 2], momentum: 0.75 },
      ],
      expected: {
        y: [
          [5, -5],
          [5, -5],
          [5, -5],
        ],
        mean: [5, 4],
        variance: [2 / 3, 3],
      },
    },
  ],

  laws: [
    law('in training the mean of every feature of y is beta', fc.tuple(training), async (batchNorm, [x, o]) => {
      const { y } = await batchNorm(x, o);
      const errors = batchNorm.allowed(x, o).y;
      columnsOf(y).forEach((ys, j) => {
        const beta = nth(o.beta, j);
        const rounding = 2 ** -50 * total(ys.map(Math.abs));
        expectClose(total(ys), beta * x.length, total(nth(columnsOf(errors), j)), rounding);
      });
    }),
    law(
      'with a momentum of 0 the moments are those of the batch',
      fc.tuple(gridTraining),
      async (batchNorm, [x, given]) => {
        const o = { ...given, momentum: 0 };
        const { mean, variance } = await batchNorm(x, o);
        const allowed = batchNorm.allowed(x, o);
        expectClose(mean, columnsOf(x).map(meanOf), allowed.mean, 2 ** -48);
        expectClose(variance, columnsOf(x).map(spread), allowed.variance, 2 ** -46);
      },
    ),
    law(
      'the moving moments keep the share that the momentum says',
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
        const { momentum = 0.99 } = o;
        const [here, there] = [await batchNorm(x, o), await batchNorm(shifted, o)];
        const moved = { ...here, mean: here.mean.map((mu) => mu + (1 - momentum) * offset) };
        expectClose(there, moved, batchNorm.allowed(x, o), batchNorm.allowed(shifted, o), 2 ** -48);
      },
    ),
    law(
      'in training the scale of the samples does not matter where epsilon has the same',
      fc.tuple(training, fc.constantFrom(0.25, 2, 4)),
      async (batchNorm, [x, o], scale) => {
        const { epsilon = 1e-3, epsilonInside = true } = o;
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
      'at inference with the moments of the batch it does what it does in training',
      fc.tuple(training),
      async (batchNorm, [x, given]) => {
        const o = { ...given, momentum: 0 };
        const { y, mean, variance } = await batchNorm(x, o);
        const inference = { ...o, mean, variance: variance.map((v) => Math.max(0, v)), training: false };
        const [own, its] = [batchNorm.allowed(x, o), batchNorm.allowed(x, inference)];
        // What the rounding of the moments does to y is part of its allowed error in training: it counts twice.
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
      'epsilon is as much more variance, or outside the root as much more deviation',
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
      holds: 'libraries add it to the variance; epsilonInside = false is the notes',
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
  o: Lifted<Required<Options>>,
  j: number,
): { y: Rounded[]; mean: Rounded; variance: Rounded } {
  const { training, epsilon, epsilonInside: inside } = o;
  const [gamma, beta] = [nth(o.gamma, j), nth(o.beta, j)];
  const mean = training ? r.mean(xs) : nth(o.mean, j);
  const centred = xs.map((x) => r.subtract(x, mean));
  const variance = training ? r.mean(centred.map((c) => r.square(c))) : nth(o.variance, j);
  // At a variance of 0 the slope of the root counts as 0.
  const root = (v: Rounded): Rounded => (v.value === 0 ? r.detached(r.sqrt(v)) : r.sqrt(v));
  const divisor = inside ? root(r.add(variance, epsilon)) : r.add(root(variance), epsilon);
  // Some compute x k + (beta - mean k) with k = gamma / divisor: the mean is rounded twice more, at its own size.
  const twice = r.subtract(r.rounded(mean.value, 2), r.exact(mean.value));
  const y = centred.map((c) => r.add(r.multiply(gamma, r.divide(r.add(c, twice), divisor)), beta));
  return { y, mean, variance };
}

/** The batch normalized by another divisor, in training. */
function normalizedBy(x: Matrix, { gamma, beta }: Options, divisor: (variance: number) => number): Result {
  const features = columnsOf(x).map((xs, j) =>
    xs.map((xi) => (nth(gamma, j) * (xi - meanOf(xs))) / divisor(spread(xs)) + nth(beta, j)),
  );
  return { y: columnsOf(features), mean: columnsOf(x).map(meanOf), variance: columnsOf(x).map(spread) };
}

function columnsOf(x: Matrix): Matrix {
  return nth(x, 0).map((_, j) => x.map((row) => nth(row, j)));
}

function meanOf(xs: Vector): number {
  return total(xs) / xs.length;
}

/** The variance as the mean square of the differences of all pairs, halved: no mean is involved. */
function spread(xs: Vector): number {
  return total(xs.map((a) => total(xs.map((b) => (a - b) ** 2)))) / (2 * xs.length ** 2);
}
