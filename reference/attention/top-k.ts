import type { NdArray } from '../ndarray.ts';
import { expectInteger } from '../options.ts';
import { byProbability, expectLogits, softmaxOver } from './shared/kept-tokens.ts';

/**
 * Top-k: the distribution of the next token, cut to the k most probable ones.
 *
 * $$p_i = \frac{e^{z_i}}{\sum_{j \in K} e^{z_j}} \ \text{for}\ i \in K, \qquad p_i = 0 \ \text{otherwise}$$
 *
 * - $z$ `logits` `[n]`: unnormalised log-probabilities, finite
 * - $K$: the `k` tokens of the largest logits; k is an integer of 1..n
 * - $p$ `[n]`: non-negative, sums to 1
 *
 * Of equal logits the lowest tokens are taken, so that exactly k are kept. Takes the maximum out first, so logits of any size do.
 *
 * @throws {TypeError} `logits` is not an ndarray.
 * @throws {RangeError} `logits` is not a vector, is empty or holds a number that is not finite, or `k` is not an integer of 1..n.
 * @see Fan, Lewis, Dauphin (2018), Hierarchical Neural Story Generation, section 5.4. Lecture 11.
 * @example topK(vector([0, 5, -1, 5]), 2) // [0, 0.5, 0, 0.5]
 */
export function topK(logits: NdArray, k: number): NdArray {
  const n = expectLogits(logits);
  expectInteger('k', k, 1, n);
  return softmaxOver(logits, byProbability(logits).slice(0, k));
}
