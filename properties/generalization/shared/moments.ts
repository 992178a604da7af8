import { total } from '../../values/tree.ts';
import type { Vector } from '../../values/value.ts';

export function meanOf(xs: Vector): number {
  return total(xs) / xs.length;
}

/** The variance as half of the mean square of the differences of all pairs: it needs no mean. */
export function varianceOf(xs: Vector): number {
  return total(xs.map((a) => total(xs.map((b) => (a - b) ** 2)))) / (2 * xs.length ** 2);
}
