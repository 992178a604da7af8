import type { NdArray } from '../ndarray.ts';
import { expectFinite } from '../options.ts';
import { byProbability, expectLogits, softmaxOver } from './shared/kept-tokens.ts';

/**
 * Top-p (nucleus): the distribution of the next token, cut to the fewest tokens that together have a probability of at least p.
 *
 * $$q_i = \frac{e^{z_i}}{\sum_{j \in K} e^{z_j}} \ \text{for}\ i \in K, \quad q_i = 0 \ \text{otherwise}, \qquad
 * \sum_{i \in K} \text{softmax}(z)_i \ge p$$
 *
 * - $z$ `logits` `[n]`: unnormalised log-probabilities, finite
 * - $p$ `p`: a share of 0..1
 * - $K$: the most probable tokens, as few as reach p, at least one; the token that reaches it is among them
 * - $q$ `[n]`: non-negative, sums to 1
 *
 * Of equal logits the lowest token comes first. If p lies within rounding of a sum, as 1 lies of the last ones, rounding decides.
 *
 * @throws {TypeError} `logits` is not an ndarray, or `p` is not a number.
 * @throws {RangeError} `logits` is not a vector, is empty or holds a number that is not finite, or `p` is outside of 0..1.
 * @see Holtzman, Buys, Du, Forbes, Choi (2020), The Curious Case of Neural Text Degeneration, section 3.1. Lecture 11.
 * @example topP(vector([Math.log(1), Math.log(3), Math.log(3.5)]), 0.8) // [0, 0.4615384615384615, 0.5384615384615385]
 */
export function topP(logits: NdArray, p: number): NdArray {
  expectLogits(logits);
  expectFinite('p', p);
  if (p < 0 || p > 1) throw new RangeError(`p: expected a number of 0..1, got ${p}`);
  const order = byProbability(logits);
  const probabilities = softmaxOver(logits, order);
  let count = 0;
  let sum = 0;
  do {
    sum += probabilities.get(order[count] as number);
    count++;
    // Equivalent mutants: `<= order.length`, `sum < p && true` (one more turn makes the sum NaN, and `slice` takes all)
  } while (sum < p && count < order.length);
  return softmaxOver(logits, order.slice(0, count));
}
