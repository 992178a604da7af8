import fc from 'fast-check';
import { grid, mild, numbers, options, size, take } from '../../inputs/inputs.ts';
import { completeOptions } from '../../parameters/completed.ts';
import * as is from '../../parameters/parameter.ts';
import { transposed } from '../../values/transposed.ts';
import type { Matrix, Vector } from '../../values/value.ts';
import { varianceOf } from './moments.ts';

type Vectors = { gamma: Vector; beta: Vector; mean: Vector; variance: Vector };
type Choices = { training?: boolean; momentum?: number; epsilon?: number; epsilonInside?: boolean };
export type BatchNormOptions = Vectors & Choices;
type Arguments = [x: Matrix, options: BatchNormOptions];

export const BATCH_NORM_OPTIONS = is.options({
  gamma: is.vector(),
  beta: is.vector(),
  mean: is.vector(),
  variance: is.vector({ element: { least: 0 } }),
  training: is.boolean({ default: true }),
  momentum: is.probability({ default: 0.99 }),
  epsilon: is.number({ least: 0, default: 1e-3 }),
  epsilonInside: is.boolean({ default: true }),
});

/** Options with their defaults. */
export const complete = (chosen: BatchNormOptions): Required<BatchNormOptions> =>
  completeOptions(BATCH_NORM_OPTIONS, chosen);

/** Numbers of samples and features, often equal. */
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

/** Features that are constant, or vary enough for any way to compute the variance to keep its digits. */
export const inputs = layers(mild).filter(([x]) =>
  transposed(x).every((xs) => varianceOf(xs) === 0 || varianceOf(xs) >= 1e-4 * Math.max(...xs.map((xi) => xi * xi))),
);
export const training = inputs.filter(([, chosen]) => complete(chosen).training);
/** Numbers on a grid, whose sums and shifts are exact. */
export const gridTraining = layers(
  grid,
  choices.map((given) => ({ ...given, training: true })),
);
/** Inputs at which central differences with steps of 2^-9 meet no kink: a variance far from 0, or exactly 0. */
export const smooth = inputs.filter(
  ([x, { variance }]) =>
    variance.every((v) => v >= 0.25) && transposed(x).every((xs) => xs.length === 1 || varianceOf(xs) >= 0.25),
);

/** Features that vary by about 1 around a million, in multiples of 1/16, which float32 still represents there. */
export const extreme: fc.Arbitrary<Arguments> = fc
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
    // At inference the moving mean is near the features.
    const mean = given?.training === false ? vectors.mean.map((step) => offset + step) : vectors.mean;
    return [x, { ...vectors, mean, ...given }];
  })
  .filter(([x]) => transposed(x).every((xs) => varianceOf(xs) >= 0.25));
