import { normOf } from '../generalization/shared/norm.ts';
import { flat, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectChoice, expectInteger, expectOptions } from '../options.ts';

export interface TfIdfOptions {
  /** counts one more document, which has every term; default true */
  smooth?: boolean;
  /** scales the row of each document to length 1; default true */
  normalize?: boolean;
}

/**
 * Tf-idf: counts of terms, weighted by how few documents have the term.
 *
 * $$w_{dt} = c_{dt} \Bigl( \log \frac{1 + n}{1 + \operatorname{df}_t} + 1 \Bigr), \qquad
 * y_d = \frac{w_d}{\lVert w_d \rVert}$$
 *
 * - $c$ `counts` `[n, terms]`: how often each of n documents has each term, whole numbers of at least 0
 * - $\operatorname{df}_t$: the number of documents that have term t, however often
 * - $y$ `[n, terms]`
 *
 * The conventions are scikit-learn's: with `smooth: false` the weight is $\log (n / \operatorname{df}_t) + 1$, so that a term of
 * all documents counts as it is; with `normalize: false` the rows stay $w_d$. A document without terms stays 0, and so does a
 * term that no document has.
 *
 * @throws {TypeError} `counts` is not an ndarray.
 * @throws {RangeError} `counts` is not a matrix or is empty, a count is not a whole number of at least 0, or an option is
 * unknown or neither true nor false.
 * @see Salton, Buckley (1988), Term-weighting approaches in automatic text retrieval; scikit-learn user guide, Tf-idf term weighting. Lecture 10.
 * @example tfIdf(matrix([[3, 4]])) // [[0.6, 0.8]]
 */
export function tfIdf(counts: NdArray, options: TfIdfOptions = {}): NdArray {
  const { n, terms, smooth, normalize } = expectTfIdf(counts, options);
  const extra = smooth ? 1 : 0;
  // Equivalent mutant: `terms + 1` (what a term beyond the last would weigh is never read)
  const idf = Array.from({ length: terms }, (_, t) => {
    const df = flat(counts.pick(null, t)).filter((count) => count > 0).length;
    // A term that no document has is weighed as one of one document: its counts are 0.
    return Math.log((n + extra) / (Math.max(df, 1) + extra)) + 1;
  });
  const rows = Array.from({ length: n }, (_, d) =>
    flat(counts.pick(d, null)).map((count, t) => count * (idf[t] as number)),
  );
  return tensor(
    [n, terms],
    rows.flatMap((row) => Array.from(normalize ? unit(row) : row)),
  );
}

/** A row over its length; one of zeros stays. */
function unit(row: Float64Array): Float64Array {
  const { largest, ratio } = normOf(row);
  return ratio === 0 ? row : row.map((w) => w / largest / ratio);
}

/** The numbers of documents and terms and the complete options, after all arguments have been checked. */
export function expectTfIdf(
  counts: NdArray,
  options: TfIdfOptions,
): { n: number; terms: number; smooth: boolean; normalize: boolean } {
  expectOptions(options, ['smooth', 'normalize']);
  const { smooth = true, normalize = true } = options;
  expectChoice('options.smooth', smooth, [true, false]);
  expectChoice('options.normalize', normalize, [true, false]);
  const [n, terms] = matrixShape('counts', counts);
  flat(counts).forEach((count, i) => {
    expectInteger(`counts[${Math.floor(i / terms)}][${i % terms}]`, count, 0);
  });
  return { n, terms, smooth, normalize };
}
