import type { Rounded, Rounding } from '../../rounding/rounding.ts';

/**
 * 1 for the largest of some scores, the first of equal ones, and 0 for the others; where the format cannot tell, the error
 * is infinite.
 *
 * @param tied whether every implementation gives the same number to both, so that the first of them is the larger one
 */
export function roundedFirstLargest(
  r: Rounding,
  scores: readonly Rounded[],
  tied: (j: number, k: number) => boolean,
): Rounded[] {
  return scores.map((score, k) => {
    const others = scores.flatMap((other, j) => (j === k ? [] : [{ j, other }]));
    const lost = others.map(({ j, other }) => {
      if (tied(j, k)) return r.exact(j < k ? 1 : 0);
      if (other.value === score.value) return r.known(j < k ? 1 : 0, Infinity);
      return r.atLeast(other, score);
    });
    if (lost.some(({ value, error }) => value === 1 && error === 0)) return r.exact(0);
    const value = lost.some((loss) => loss.value === 1) ? 0 : 1;
    return lost.some(({ error }) => error > 0) ? r.known(value, Infinity) : r.exact(value);
  });
}

/** The place of the 1 among such numbers; its error is infinite where one of theirs is. */
export function roundedIndex(r: Rounding, oneHot: readonly Rounded[]): Rounded {
  const index = oneHot.findIndex(({ value }) => value === 1);
  return oneHot.some(({ error }) => error > 0) ? r.known(index, Infinity) : r.exact(index);
}

/** A value that lets its derivative through to x as if it were x. */
export function roundedStraightThrough(r: Rounding, x: Rounded, value: Rounded): Rounded {
  const moved = value.error === Infinity ? r.known(value.value - x.value, Infinity) : r.subtract(value, x);
  return r.add(x, r.detached(moved));
}
