import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { roundedSoftmax } from '../../training/shared/rounded-softmax.ts';
import { nth } from '../../values/nth.ts';
import type { Vector } from '../../values/value.ts';

/** Softmax over some tokens by running-error arithmetic, exactly 0 for the others. */
export function roundedOver(r: Rounding, logits: readonly Rounded[], kept: readonly number[]): Rounded[] {
  const inside = roundedSoftmax(
    r,
    kept.map((i) => nth(logits, i)),
  );
  return logits.map((_, i) => (kept.includes(i) ? nth(inside, kept.indexOf(i)) : r.exact(0)));
}

/** The tokens of which fewer than k are before: larger, or equal and lower. In the order of their numbers. */
export function rankedFirst(logits: Vector, k: number): number[] {
  const before = (i: number): number =>
    logits.filter((z, j) => z > nth(logits, i) || (z === logits[i] && j < i)).length;
  return [...logits.keys()].filter((i) => before(i) < k);
}

/** The softmax of logits of everyday size, as students write it. */
export function softmaxOf(logits: Vector): Vector {
  const powers = logits.map((z) => Math.exp(z - Math.max(...logits)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((e) => e / sum);
}

/** Softmax over the tokens that are kept, 0 for the others; zeros if none is. */
export function softmaxOver(logits: Vector, isKept: (i: number) => boolean): Vector {
  const max = Math.max(...logits.filter((_, i) => isKept(i)));
  const powers = logits.map((z, i) => (isKept(i) ? Math.exp(z - max) : 0));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((e) => (sum === 0 ? 0 : e / sum));
}
