import type { Elements } from '../elementwise.ts';
import { expectFinite, expectInteger, expectOptions } from '../options.ts';
import { ofShape } from './shared/elements.ts';
import { randomUnits } from './shared/random-bits.ts';
import { expectLengths, sizeOf } from './shared/shape.ts';

/** The moments of the distribution. */
export interface NormalOptions {
  mean?: number;
  deviation?: number;
}

/**
 * Numbers drawn from a normal distribution, the same ones for the same seed on every machine.
 *
 * $$y_i = m + \sigma \sqrt{-2 \ln u_{2i}} \cos(2 \pi u_{2i + 1}), \quad u \sim U(0, 1)$$
 *
 * - `shape` the lengths of the axes; `[]` gives a number
 * - `seed` a whole number of 0 to 2^32 - 1
 * - $m$ `mean`, $\sigma$ `deviation`: 0 and 1 by default
 * - $y$ of that shape; the largest possible size of $(y - m) / \sigma$ is 6.8
 *
 * @throws {TypeError} `shape` is not a list, or an option is not a number.
 * @throws {RangeError} `shape` has an entry that is no positive integer, `seed` is not a whole number of that range, an option is
 *   not finite, or `deviation` is below 0.
 * @see Box, Muller (1958), A Note on the Generation of Random Normal Deviates. Lecture 3.
 * @example randomNormal([2], 1, { mean: 5, deviation: 0 }) // [5, 5]
 */
export function randomNormal(shape: readonly number[], seed: number, options: NormalOptions = {}): Elements {
  expectNormal(shape, seed, options);
  const { mean = 0, deviation = 1 } = options;
  const size = sizeOf(shape);
  const u = randomUnits(seed, 2 * size); // equivalent mutants: `2 + 1`, `2 * (1 + 1e-6)` (the others are never read)
  const normal = Array.from({ length: size }, (_, i) => {
    const [radius, angle] = [u[2 * i] as number, u[2 * i + 1] as number];
    return Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * angle);
  });
  return ofShape(
    shape,
    normal.map((z) => mean + deviation * z),
  );
}

/** @throws {TypeError | RangeError} As `randomNormal` does. */
export function expectNormal(shape: readonly number[], seed: number, options: NormalOptions): void {
  expectLengths('shape', shape);
  expectInteger('seed', seed, 0, 2 ** 32 - 1);
  expectOptions(options, ['mean', 'deviation']);
  // Equivalent mutants: `mean = 0 + 1`, `deviation = 1 + 1`, `deviation = 1 * (1 + 1e-6)` (all are legal)
  const { mean = 0, deviation = 1 } = options;
  expectFinite('options.mean', mean);
  expectFinite('options.deviation', deviation);
  if (deviation < 0) throw new RangeError(`options.deviation: expected 0 or more, got ${deviation}`);
}
