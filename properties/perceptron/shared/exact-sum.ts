import { nth } from '../../values/nth.ts';
/**
 * Whether a sum of products rounds nothing in any order: all products are multiples of one power of two, and all of them
 * together do not reach beyond the significand, which holds 1 / unit of them.
 */
export function isExactDot(xs: readonly number[], ys: readonly number[], unit: number): boolean {
  if (![...xs, ...ys].every(Number.isFinite)) return false;
  let finest = Infinity;
  let size = 0;
  xs.forEach((x, i) => {
    const y = nth(ys, i);
    if (x === 0 || y === 0) return;
    finest = Math.min(finest, lowestBit(x) * lowestBit(y));
    size += Math.abs(x * y);
  });
  return size <= finest / unit;
}

/** The largest power of two of which a number other than 0 is a whole multiple. */
function lowestBit(x: number): number {
  let bit = 2 ** Math.floor(Math.log2(Math.abs(x)));
  while (x % bit !== 0) bit /= 2;
  return bit;
}
