import { type NdArray, vector } from '../ndarray.ts';
import { expectBigramModel } from './shared/bigram-model.ts';

/**
 * Greedy decoding: the most probable token after the last one, again and again.
 *
 * $$y_t = \arg\max_v \log p(v \mid y_{t-1}), \quad y_0 = \text{start}, \qquad t = 1, \dots, T$$
 *
 * - $\log p(v \mid u)$ `logProbabilities` `[V, V]`: row u, column v; finite, and not checked to be a distribution
 * - $y_0$ `start`: a token of 0..V-1, which is not part of the result
 * - `end`: another token, after which nothing follows
 * - `maxLength`: the most tokens of the result, at least 1
 * - the result: the tokens $y_1, \dots, y_T$, the last of which is `end` if T is below `maxLength`
 *
 * Of equally probable tokens the lowest is taken, as an argmax has it. What is best at each step need not be the best sequence.
 *
 * @throws {TypeError} `logProbabilities` is not an ndarray.
 * @throws {RangeError} `logProbabilities` is not a square matrix of finite numbers, `start` or `end` is not a token of 0..V-1, they are
 * the same token, or `maxLength` is not an integer of at least 1.
 * @see Jurafsky, Martin (2025), Speech and Language Processing, 3rd edition draft, section 10.2. Lecture 11.
 * @example greedyDecode(matrix([[-3, -1, -2], [-4, -2, -1], [-1, -2, -3]]), 0, 2, 5) // [1, 2]
 */
export function greedyDecode(logProbabilities: NdArray, start: number, end: number, maxLength: number): NdArray {
  const V = expectBigramModel(logProbabilities, start, end, maxLength);
  const tokens: number[] = [];
  let last = start;
  while (tokens.length < maxLength && last !== end) {
    let next = 0;
    for (let v = 1; v < V; v++) if (logProbabilities.get(last, v) > logProbabilities.get(last, next)) next = v;
    tokens.push(next);
    last = next;
  }
  return vector(tokens);
}
