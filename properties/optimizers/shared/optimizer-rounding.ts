import type { Rounded, Rounding } from '../../rounding/rounding.ts';

/** beta x + (1 - beta) y, where the share of y was taken in float64 and rounded to the format. */
export function decayed(r: Rounding, beta: Rounded, x: Rounded, y: Rounded): Rounded {
  return r.add(r.multiply(beta, x), r.multiply(r.rounded(1 - beta.value), y));
}

/** The root of v with epsilon added to it, or under it. */
export function rootWithEpsilon(r: Rounding, v: Rounded, epsilon: Rounded, inside: boolean): Rounded {
  return inside ? r.sqrt(r.add(v, epsilon)) : r.add(r.sqrt(v), epsilon);
}
