import { type Big, sum } from '../../../big.ts';

/** The root of the sum of the squares. */
export function norm(items: readonly Big[]): Big {
  return sum(items.map((x) => x.pow(2))).sqrt();
}

/** The items, scaled down to a limit where their norm, or one that is given, is larger. */
export function clippedTo(items: readonly Big[], limit: Big, length = norm(items)): Big[] {
  return length.gt(limit) ? items.map((x) => x.times(limit).div(length)) : [...items];
}

/** The larger of two. */
export function larger(a: Big, b: Big): Big {
  return a.gt(b) ? a : b;
}
