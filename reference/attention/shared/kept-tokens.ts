import { flat, type NdArray, vector, vectorLength } from '../../ndarray.ts';

/**
 * Checks the logits of one token each.
 *
 * @returns Their number, n.
 * @throws {TypeError} `logits` is not an ndarray.
 * @throws {RangeError} `logits` is not a vector, is empty, or holds a number that is not finite.
 */
export function expectLogits(logits: NdArray): number {
  const n = vectorLength('logits', logits);
  const strange = flat(logits).find((z) => !Number.isFinite(z));
  if (strange !== undefined) throw new RangeError(`logits: expected finite numbers, got ${strange}`);
  return n;
}

/** The tokens from the largest logit to the smallest, of equal ones the lowest first. */
export function byProbability(logits: NdArray): number[] {
  const z = flat(logits);
  // Sorting is stable: equal logits keep their order.
  return Array.from(z.keys()).sort((a, b) => (z[b] as number) - (z[a] as number));
}

/** Softmax over some of the tokens, 0 for the others; `kept[0]` has the largest logit. */
export function softmaxOver(logits: NdArray, kept: readonly number[]): NdArray {
  const max = logits.get(kept[0] as number);
  const exponentials = kept.map((i) => Math.exp(logits.get(i) - max));
  const sum = exponentials.reduce((total, e) => total + e, 0);
  const p = vector(new Float64Array(logits.size));
  kept.forEach((i, rank) => p.set(i, (exponentials[rank] as number) / sum));
  return p;
}
