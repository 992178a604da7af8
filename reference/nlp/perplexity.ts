import { flat, type NdArray, vectorLength } from '../ndarray.ts';

/**
 * Perplexity of a text under a language model: e to the average surprise of a token.
 *
 * $$\mathrm{PP} = \exp \Bigl( -\frac{1}{N} \sum_{i=1}^{N} \log p_i \Bigr)$$
 *
 * - $\log p_i$ `logProbabilities` `[N]`: of each token given those before it; natural logarithms, at most 0
 * - $\mathrm{PP}$ scalar, at least 1: that of a uniform choice among K tokens is K
 *
 * The logarithms may be taken to another base if the power is too; here both are natural. A token of probability 0, whose logarithm
 * is -Infinity, makes it infinite.
 *
 * @throws {TypeError} `logProbabilities` is not an ndarray.
 * @throws {RangeError} `logProbabilities` is not a vector, is empty, or has an entry that is above 0 or NaN.
 * @see Jurafsky, Martin (2025), Speech and Language Processing, 3rd edition draft, section 3.3. Lecture 10.
 * @example perplexity(vector([-Math.LN2, -Math.LN2])) // 2
 */
export function perplexity(logProbabilities: NdArray): number {
  const N = expectLogProbabilities(logProbabilities);
  const sum = flat(logProbabilities).reduce((total, x) => total + x, 0);
  return Math.exp(-sum / N);
}

/** Checks the argument and counts its tokens. */
export function expectLogProbabilities(logProbabilities: NdArray): number {
  const N = vectorLength('logProbabilities', logProbabilities);
  const strange = flat(logProbabilities).find((x) => !(x <= 0));
  if (strange !== undefined) throw new RangeError(`logProbabilities: expected numbers of at most 0, got ${strange}`);
  return N;
}
