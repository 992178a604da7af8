import fc from 'fast-check';
import { varianceOf } from '../../generalization/shared/moments.ts';
import { given, grid, mild, numbers, size, take } from '../../inputs/inputs.ts';
import { completeOptions } from '../../parameters/completed.ts';
import { drawnOptions } from '../../parameters/drawn-options.ts';
import type { OptionsOf } from '../../parameters/parameter.ts';
import * as is from '../../parameters/parameter.ts';
import type { Matrix, Vector } from '../../values/value.ts';

export const LAYER_NORM_OPTIONS = is.options({
  epsilon: is.number({ least: 0, default: 1e-3, drawn: [1e-5, 0.01, 0.0625, 0.5] }),
});

export type LayerNormOptions = OptionsOf<typeof LAYER_NORM_OPTIONS>;
export type LayerNorm = (x: Matrix, gamma: Vector, beta: Vector, options?: LayerNormOptions) => Matrix;
type Arguments = Parameters<LayerNorm>;

export const epsilonOf = (options: LayerNormOptions | undefined): number =>
  completeOptions(LAYER_NORM_OPTIONS, options ?? {}).epsilon;

/** Numbers of rows and features, often equal. */
const sizes: fc.Arbitrary<[N: number, m: number]> = fc.oneof(
  { arbitrary: fc.tuple(size(3), size(5)), weight: 3 },
  { arbitrary: fc.integer({ min: 2, max: 3 }).map((n): [number, number] => [n, n]), weight: 1 },
);

/** Rows of any numbers, every fifth time one of them the same number all along. */
const layers = (element: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc
    .tuple(sizes, numbers(element, 25), fc.nat(4), drawnOptions(LAYER_NORM_OPTIONS))
    .map(([[N, m], drawn, constant, options]) => {
      const fill = take(drawn);
      const x = fill.matrix(N, m).map((row, n) => (constant === 0 && n === 0 ? row.map(() => row[0] ?? 0) : row));
      return given(x, fill.vector(m), fill.vector(m), options);
    });

/** Rows that are constant, or vary enough for any way to compute the variance to keep its digits. */
export const inputs = layers(mild).filter(([x]) =>
  x.every((row) => varianceOf(row) === 0 || varianceOf(row) >= 1e-4 * Math.max(...row.map((xi) => xi * xi))),
);

/** Numbers on a grid, whose sums and shifts are exact. */
export const gridInputs = layers(grid);

/** Inputs whose curvature differences with steps of 2^-9 can follow: a variance far from 0, or one feature. */
export const smooth = inputs.filter(([x]) => x.every((row) => row.length === 1 || varianceOf(row) >= 0.25));

/** Rows that vary by about 1 around a million, in multiples of 1/16, which float32 still represents there. */
export const extreme: fc.Arbitrary<Arguments> = fc
  .tuple(
    size(2),
    fc.constantFrom(3, 5, 6, 7),
    numbers(
      fc.integer({ min: -32, max: 32 }).map((k) => k / 16 || 0),
      14,
    ),
    numbers(mild, 14),
    drawnOptions(LAYER_NORM_OPTIONS),
    fc.constantFrom(1e6, -1e6),
  )
  .map(([N, m, steps, drawn, options, offset]): Arguments => {
    const fill = take(drawn);
    const x = take(steps)
      .matrix(N, m)
      .map((row) => row.map((step) => offset + step));
    return given(
      x,
      fill.vector(m).map((g) => g || 1),
      fill.vector(m),
      options,
    );
  })
  .filter(([x]) => x.every((row) => varianceOf(row) >= 0.25));
