import fc from 'fast-check';
import { grid, numbers, size, take } from '../../inputs/inputs.ts';
import type { Vector } from '../../values/value.ts';

/** What an optimizer is given: parameters, the moments that it kept, and a gradient, all of one length. */
export interface Moments {
  theta: Vector;
  m: Vector;
  v: Vector;
  gradient: Vector;
}

/** Mild parameters and moments, with no gradient of exactly 0, which counts as extreme; at rest a quarter of the time. */
export const moments: fc.Arbitrary<Moments> = fc
  .tuple(size(4), numbers(), fc.nat(3))
  .map(([n, drawn, rest]) => withMoments(n, drawn, rest === 0));

/** The same before the first step: m and v are 0. */
export const momentsAtRest: fc.Arbitrary<Moments> = fc
  .tuple(size(4), numbers())
  .map(([n, drawn]) => withMoments(n, drawn, true));

/** All on the grid, so that squares, and sums over a few of them, are exact. */
export const gridMoments: fc.Arbitrary<Moments> = fc
  .tuple(size(4), numbers(grid))
  .map(([n, drawn]) => withMoments(n, drawn, false));

/** Gradients from 1e-8 to 1e-5 in size and exactly 0, from rest, with moments as small, and with everyday ones. */
export const extremeMoments: fc.Arbitrary<Moments> = fc
  .tuple(size(4), numbers(), numbers(tiny()), fc.constantFrom('rest', 'tiny', 'everyday'))
  .map(([n, drawn, small, past]) => {
    const { theta, m, v } = withMoments(n, drawn, past === 'rest');
    const { vector } = take(small);
    const gradient = vector(n);
    if (past !== 'tiny') return { theta, m, v, gradient };
    return { theta, m: vector(n), v: vector(n).map((x) => Math.fround(x * x)), gradient };
  });

function withMoments(n: number, drawn: readonly number[], atRest: boolean): Moments {
  const { vector } = take(drawn);
  const theta = vector(n);
  const m = vector(n).map((x) => (atRest ? 0 : x));
  const v = vector(n).map((x) => (atRest ? 0 : Math.abs(x)));
  return { theta, m, v, gradient: vector(n).map((g) => (g === 0 ? 0.5 : g)) };
}

/** 0, or of a size from 1e-8 to 1e-5. */
function tiny(): fc.Arbitrary<number> {
  const sizes = fc.tuple(fc.integer({ min: -8, max: -6 }), fc.integer({ min: 1000, max: 9999 }), fc.boolean());
  return fc.oneof(
    { arbitrary: fc.constant(0), weight: 1 },
    {
      arbitrary: sizes.map(([exponent, digits, negative]) =>
        Math.fround((negative ? -1 : 1) * (digits / 1000) * 10 ** exponent),
      ),
      weight: 3,
    },
  );
}
