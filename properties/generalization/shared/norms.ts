import fc from 'fast-check';
import { logUniform } from '../../inputs/inputs.ts';
import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import type { Vector } from '../../values/value.ts';

/** The Euclidean norm of numbers of any size. */
export function lengthOf(xs: Vector): number {
  const largest = Math.max(...xs.map(Math.abs));
  if (largest === 0) return 0;
  return largest * Math.sqrt(squaresOf(xs.map((x) => x / largest)));
}

/** The sum of the squares, which overflow or vanish where the numbers are large or small. */
export function squaresOf(xs: Vector): number {
  return xs.reduce((sum, x) => sum + x * x, 0);
}

/** The norm over arithmetic that carries its error: divided by the largest, so that no square overflows. */
export function roundedNorm(r: Rounding, items: readonly Rounded[]): Rounded {
  const largest = Math.max(...items.map(({ value }) => Math.abs(value)));
  // Numbers that are 0 here may be others elsewhere.
  if (largest === 0)
    return r.known(
      0,
      items.reduce((sum, { error }) => sum + error, 0),
    );
  const scale = r.exact(largest);
  return r.multiply(scale, r.sqrt(r.sum(items.map((x) => r.square(r.divide(x, scale))))));
}

/** Items of a norm, scaled down to a limit where the norm is larger, or may be. */
export function roundedClip(r: Rounding, items: readonly Rounded[], norm: Rounded, limit: Rounded): Rounded[] {
  if (norm.value + norm.error <= limit.value - limit.error) return [...items];
  const divisor = r.max([limit, norm]);
  return items.map((g) => r.multiply(r.divide(g, divisor), limit));
}

/** Limits of norms, above 0. */
export const limits: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.constantFrom(0.25, 0.5, 1, 2, 5, 8), weight: 2 },
  { arbitrary: logUniform.map(Math.abs), weight: 1 },
);

/** Powers of two from 1e142 to 5e169 in size. */
export const hugeScale: fc.Arbitrary<number> = fc.constantFrom(2 ** 472, 2 ** 512, 2 ** 540, 2 ** 562);
