import { expectShape, flat, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectInteger } from '../options.ts';

/**
 * Embedding lookup: the vector of each token of a batch of texts.
 *
 * $$y_{ntd} = E_{i_{nt}, d}$$
 *
 * - $E$ `table` `[V, D]`: a row for each token of the vocabulary
 * - $i$ `ids` `[N, T]`: the tokens of N texts of T tokens each, integers of 0..V-1
 * - $y$ `[N, T, D]`
 *
 * Tokens are counted from 0. It is the product of one-hot rows with the table, without the products by 0.
 *
 * @throws {TypeError} `table` or `ids` is not an ndarray.
 * @throws {RangeError} `table` or `ids` is not a matrix or is empty, or an id is not an integer of 0..V-1.
 * @see Jurafsky, Martin (2023), Speech and Language Processing, 3rd edition draft, section 7.5 (the embedding matrix E). Lecture 10.
 * @example embeddingLookup(matrix([[1, 2], [3, 4]]), matrix([[1, 0, 1]])) // [[[3, 4], [1, 2], [3, 4]]]
 */
export function embeddingLookup(table: NdArray, ids: NdArray): NdArray {
  const { N, T, D } = expectEmbeddingLookup(table, ids);
  const vectors = Array.from(flat(ids), (id) => Array.from({ length: D }, (_, d) => table.get(id, d)));
  return tensor([N, T, D], vectors.flat());
}

/**
 * The gradient of $\sum_{ntd} u_{ntd} y_{ntd}$ by the table, with $u$ the upstream gradient: each row gathers what comes
 * to the places of its token, and a row whose token does not occur gets 0.
 *
 * $$\frac{\partial}{\partial E_{vd}} = \sum_{n,t \,:\, i_{nt} = v} u_{ntd}$$
 */
export function embeddingLookupGradient(upstream: NdArray, table: NdArray, ids: NdArray): { table: NdArray } {
  const { N, T, D } = expectEmbeddingLookup(table, ids);
  expectShape('upstream', upstream, [N, T, D], 'that of the result');
  const gradient = tensor(table.shape);
  const slopes = flat(upstream);
  flat(ids).forEach((id, place) => {
    for (let d = 0; d < D; d++) gradient.set(id, d, gradient.get(id, d) + (slopes[place * D + d] as number));
  });
  return { table: gradient };
}

/** The numbers of texts, of tokens of each and of numbers of each token, after the arguments have been checked. */
export function expectEmbeddingLookup(table: NdArray, ids: NdArray): { N: number; T: number; D: number } {
  const [V, D] = matrixShape('table', table);
  const [N, T] = matrixShape('ids', ids);
  for (let n = 0; n < N; n++) {
    for (let t = 0; t < T; t++) expectInteger(`ids[${n}][${t}]`, ids.get(n, t), 0, V - 1);
  }
  return { N, T, D };
}
