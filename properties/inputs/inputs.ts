import fc from 'fast-check';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';

/**
 * Mixtures instead of fast-check's floats, which are uniform over bit patterns: 91 % of double({ min: -1, max: 1 }) is
 * below 1e-6 in size. All numbers are float32 values, so that both oracles are given the same ones. Numbers shrink toward
 * 0 and powers of two, sizes toward 1.
 */

/** Multiples of 1/16 in -4..4: ties, zeros and exact sums. */
export const grid: fc.Arbitrary<number> = fc.integer({ min: -64, max: 64 }).map((k) => k / 16 || 0);

/** Sizes from 1/1024 to 8, log-uniform, of both signs, with all 24 bits of a float32. */
export const logUniform: fc.Arbitrary<number> = fc
  .tuple(fc.integer({ min: -10, max: 2 }), fc.integer({ min: 0, max: 2 ** 23 - 1 }), fc.boolean())
  .map(([exponent, fraction, negative]) => (negative ? -1 : 1) * (1 + fraction / 2 ** 23) * 2 ** exponent);

/**
 * Uniform in -1..1, with 24 bits. Small integers come often, and k / 2^24 is not a mild number then: 1/1024 takes the place of those
 * below it.
 */
export const unit: fc.Arbitrary<number> = fc
  .integer({ min: -(2 ** 24), max: 2 ** 24 })
  .map((k) => (k === 0 || Math.abs(k) >= 2 ** 14 ? k / 2 ** 24 || 0 : Math.sign(k) * 2 ** -10));

/** Whole numbers of everyday size. */
export const whole: fc.Arbitrary<number> = fc.integer({ min: -9, max: 9 });

/** Any mild number: 0 or of size 1e-3 to 10. */
export const mild: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: logUniform, weight: 4 },
  { arbitrary: grid, weight: 3 },
  { arbitrary: whole, weight: 2 },
  { arbitrary: fc.constant(0), weight: 1 },
);

/** A size of an axis: 1 often enough, else up to `most`. */
export function size(most: number, least = 1): fc.Arbitrary<number> {
  return fc.oneof(
    { arbitrary: fc.constant(least), weight: 1 },
    { arbitrary: fc.integer({ min: least, max: most }), weight: 4 },
  );
}

/**
 * Numbers to fill arrays with: all of one style, or mixed, or all alike. Shapes are drawn beside them and not through
 * them, so that both shrink on their own:
 * `fc.tuple(size(4), size(5), numbers()).map(([n, c, drawn]) => [take(drawn).matrix(n, c)])`.
 */
export function numbers(element: fc.Arbitrary<number> = mild, most = 48): fc.Arbitrary<number[]> {
  const list = (of: fc.Arbitrary<number>): fc.Arbitrary<number[]> => fc.array(of, { minLength: most, maxLength: most });
  const alike = element.map((x) => [x]);
  const styled = element === mild ? fc.oneof(list(mild), list(grid), list(logUniform), list(unit)) : list(element);
  return fc.oneof({ arbitrary: styled, weight: 14 }, { arbitrary: alike, weight: 1 });
}

/** Fills arrays of any shape with drawn numbers, one after another, from the beginning again when they are used up. */
export interface Filler {
  number: () => number;
  vector: (n: number) => Vector;
  matrix: (rows: number, columns: number) => Matrix;
  rank3: (a: number, b: number, c: number) => number[][][];
  rank4: (a: number, b: number, c: number, d: number) => number[][][][];
}

/** A filler that begins with the first of the drawn numbers. */
export function take(drawn: readonly number[]): Filler {
  let next = 0;
  const fill = <T>(n: number, item: () => T): T[] => Array.from({ length: n }, item);
  const filler: Filler = {
    number: () => nth(drawn, next++ % drawn.length),
    vector: (n) => fill(n, filler.number),
    matrix: (rows, columns) => fill(rows, () => filler.vector(columns)),
    rank3: (a, b, c) => fill(a, () => filler.matrix(b, c)),
    rank4: (a, b, c, d) => fill(a, () => filler.rank3(b, c, d)),
  };
  return filler;
}

/**
 * An options record that may be absent (undefined), empty, partial or complete: each option is there half of the time.
 * Put it last with `withOptions`.
 */
export function options<T extends object>(
  fields: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<Partial<T> | undefined> {
  const complete = fc.record(fields);
  const count = Object.keys(fields).length;
  // fc.record's own optional keys are there five times out of six.
  const partial = fc
    .tuple(complete, fc.array(fc.boolean(), { minLength: count, maxLength: count }))
    .map(([all, kept]) => Object.fromEntries(Object.entries(all).filter((_, i) => kept[i])) as Partial<T>);
  return fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 2 },
    { arbitrary: partial, weight: 4 },
    { arbitrary: complete, weight: 2 },
    // Of many options some are there nearly always.
    ...(count > 4 ? [{ arbitrary: fc.constant<Partial<T>>({}), weight: 1 }] : []),
  );
}

/** An argument list whose last argument is left out where it is undefined, since the grader never gives undefined. */
export function given<A extends unknown[]>(...args: A): A {
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  return args;
}

/** Rows of positive probabilities that sum to exactly 1: multiples of 2^-12. */
export function probabilityRow(weights: readonly number[], units = 4096): Vector {
  const positive = weights.map((w) => Math.abs(w) + 1 / 64);
  const sum = positive.reduce((a, b) => a + b, 0);
  const parts = positive.map((w) => Math.max(1, Math.floor((w / sum) * (units - positive.length))));
  const rest = units - parts.reduce((a, b) => a + b, 0);
  parts[0] = nth(parts, 0) + rest;
  return parts.map((part) => part / units);
}
