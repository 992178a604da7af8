import fc from 'fast-check';
import type { Inputs, Plain } from './case.ts';

const frounded = (...list: number[]): number[] => list.map(Math.fround);

/** Everyday numbers: halves and sixteenths first, so that they shrink to those. */
export const mild: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -6, max: 6 }).map((k) => k / 2 || 0),
  fc.integer({ min: -64, max: 64 }).map((k) => k / 16 || 0),
  fc.integer({ min: -4000, max: 4000 }).map((k) => Math.fround(k / 1000) || 0),
);

/** The same above zero. */
export const positive: fc.Arbitrary<number> = mild.map((x) => Math.abs(x) || 0.5);

/** Strictly between -1 and 1. */
export const inside: fc.Arbitrary<number> = fc.integer({ min: -31, max: 31 }).map((k) => k / 32 || 0);

/** Sizes at which formulas lose digits or overflow. */
export const hard: fc.Arbitrary<number> = fc
  .tuple(
    fc.constantFrom(
      ...frounded(
        1e-3,
        1e-4,
        1e-5,
        1e-6,
        1e-7,
        1e-8,
        1e-10,
        1e-20,
        5,
        10,
        13,
        15,
        20,
        50,
        80,
        88,
        100,
        1e3,
        1e4,
        1e8,
        1e20,
        1e30,
      ),
    ),
    fc.boolean(),
  )
  .map(([x, negative]) => (negative ? -x : x));

/** Numbers that are not everyday ones. */
export const special: fc.Arbitrary<number> = fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity);

/** Few different numbers, so that there are ties. */
export const tied: fc.Arbitrary<number> = fc.integer({ min: -2, max: 2 }).map((k) => k || 0);

/** A tensor of a shape. */
export function filled(shape: readonly number[], element: fc.Arbitrary<number> = mild): fc.Arbitrary<Plain> {
  const length = shape.reduce((a, b) => a * b, 1);
  return fc.array(element, { minLength: length, maxLength: length }).map((data) => ({ shape, data }));
}

/** A vector of 1 to `most` numbers. */
export function vector(element: fc.Arbitrary<number> = mild, most = 4): fc.Arbitrary<Plain> {
  return fc.array(element, { minLength: 1, maxLength: most }).map((data) => ({ shape: [data.length], data }));
}

/** A size of an axis. */
export const size = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most });

/** Tensors without options. */
export function given(...tensors: fc.Arbitrary<Plain>[]): fc.Arbitrary<Inputs<null>> {
  return fc.tuple(...tensors).map((drawn) => ({ tensors: drawn, options: null }));
}

/** The tensors and options in words. */
export function shownInputs({ tensors, options }: Inputs<unknown>): string {
  const list = tensors.map(({ shape, data }) => {
    const numbers = data.map((x) => (Object.is(x, -0) ? '-0' : String(x))).join(', ');
    return shape.length === 1 ? `[${numbers}]` : `[${numbers}] as [${shape.join(', ')}]`;
  });
  return [...list, ...(options === null || options === undefined ? [] : [JSON.stringify(options)])].join(' ');
}
