import { type NdArray, vector } from '../ndarray.ts';
import { expectInteger } from '../options.ts';
import { possiblyEmptyVector } from './shared/possibly-empty-vector.ts';

/**
 * Indices cut into batches, in their order.
 *
 * $$\text{batch}_k = (a_{kb}, \dots, a_{\min(kb + b, n) - 1}), \quad k = 0, \dots, \lceil n / b \rceil - 1$$
 *
 * - $a$ `indices` `[n]`, mostly shuffled; n = 0 is legal
 * - $b$ `batchSize`: a whole number of at least 1
 * - a list of ceil(n / b) vectors
 *
 * Each index is in exactly one batch. The last batch holds what is left and may be short; no indices make no batches.
 *
 * @throws {TypeError} `indices` is not an ndarray.
 * @throws {RangeError} `indices` is not a vector, or `batchSize` is not a whole number of at least 1.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 8.1.3. Lecture 4.
 * @example miniBatches(vector([4, 1, 3, 0, 2]), 2) // [[4, 1], [3, 0], [2]]
 */
export function miniBatches(indices: NdArray, batchSize: number): NdArray[] {
  const n = possiblyEmptyVector('indices', indices);
  expectInteger('batchSize', batchSize, 1);
  return Array.from({ length: Math.ceil(n / batchSize) }, (_, k) => {
    const first = k * batchSize;
    const length = Math.min(batchSize, n - first);
    return vector(Array.from({ length }, (_, i) => indices.get(first + i)));
  });
}
