import { type NdArray, vector } from '../ndarray.ts';
import { expectInteger } from '../options.ts';
import { expectBigramModel } from './shared/bigram-model.ts';

/** A sequence of tokens with the sum of its log-probabilities. */
interface Hypothesis {
  tokens: readonly number[];
  score: number;
}

/**
 * Beam search: of all sequences of tokens the most probable one that is found if only a few are kept at each step.
 *
 * $$\text{score}(y) = \sum_{t=1}^{T} \log p(y_t \mid y_{t-1}), \quad y_0 = \text{start}$$
 *
 * - $\log p(v \mid u)$ `logProbabilities` `[V, V]`: row u, column v; finite, and not checked to be a distribution
 * - $y_0$ `start`: a token of 0..V-1, which is not part of the result
 * - `end`: another token, after which nothing follows
 * - `maxLength`: the most tokens of the result, at least 1
 * - `width`: how many hypotheses are kept, at least 1
 * - the result: the record `{ tokens, score }` of the best
 *
 * At each step the hypotheses that have not ended are extended by every token, those that have stay as they are, and the best of all by
 * their score are kept; scores are not divided by the length. It is over when all that are kept have ended or have `maxLength` tokens.
 * Of equal scores the one of the earlier hypothesis comes first, then the lower token. With a width of 1 it is greedy decoding; only a
 * width that keeps all sequences is sure to find the best.
 *
 * Error of the score at most $\gamma_{T-1} \sum_t |\log p(y_t \mid y_{t-1})|$, as it is a sum of T terms: $\gamma_k = ku / (1 - ku)$,
 * $u = 2^{-53}$.
 *
 * @throws {TypeError} `logProbabilities` is not an ndarray.
 * @throws {RangeError} `logProbabilities` is not a square matrix of finite numbers, `start` or `end` is not a token of 0..V-1, they are
 * the same token, or `maxLength` or `width` is not an integer of at least 1.
 * @see Jurafsky, Martin (2025), Speech and Language Processing, 3rd edition draft, section 13.4 (beam search). Lecture 11.
 * @example beamSearch(matrix([[-4, -1, -2], [-3, -4, -3], [-5, -5, -4]]), 0, 2, 3, 2) // { tokens: [2], score: -2 }
 */
export function beamSearch(
  logProbabilities: NdArray,
  start: number,
  end: number,
  maxLength: number,
  width: number,
): { tokens: NdArray; score: number } {
  const V = expectBigramModel(logProbabilities, start, end, maxLength);
  expectInteger('width', width, 1);
  // Equivalent mutant: `1 * (1 + 1e-6)` (`at` takes whole places)
  const isOpen = ({ tokens }: Hypothesis): boolean => tokens.at(-1) !== end;
  // Equivalent mutant: `1 * (1 + 1e-6)` (`at` takes whole places)
  const extended = ({ tokens, score }: Hypothesis): Hypothesis[] =>
    Array.from({ length: V }, (_, v) => ({
      tokens: [...tokens, v],
      score: score + logProbabilities.get(tokens.at(-1) ?? start, v),
    }));

  let beam: Hypothesis[] = [{ tokens: [], score: 0 }];
  for (let step = 0; step < maxLength && beam.some(isOpen); step++) {
    const candidates = beam.flatMap((hypothesis) => (isOpen(hypothesis) ? extended(hypothesis) : [hypothesis]));
    // Sorting is stable: equal scores keep their order.
    beam = candidates.sort((a, b) => b.score - a.score).slice(0, width);
  }
  const [best] = beam as [Hypothesis];
  return { tokens: vector(best.tokens), score: best.score };
}
