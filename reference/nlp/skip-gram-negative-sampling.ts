import { sigmoid } from '../backprop/sigmoid.ts';
import { softplus } from '../losses/shared/softplus.ts';
import { expectShape, flat, map, matrixShape, type NdArray, tensor, vector, vectorLength } from '../ndarray.ts';
import { expectFinite } from '../options.ts';

/**
 * The loss of word2vec's skip-gram with negative sampling: a token and its context are told apart from the token beside
 * drawn ones.
 *
 * $$L = -\log \sigma(c \cdot v) - \sum_{k=1}^{K} \log \sigma(-n_k \cdot v)$$
 *
 * - $v$ `center` `[d]`: the vector of the token
 * - $c$ `context` `[d]`: the vector of a token that occurs beside it
 * - $n$ `negatives` `[K, d]`: the vectors of K tokens drawn at random
 * - $L$ scalar, in nats, above 0
 *
 * The negatives are summed. $-\log \sigma(-z) = \log(1 + e^z) = \max(z, 0) + \log(1 + e^{-|z|})$, so it stays finite for
 * products of any size.
 *
 * Error at most $\gamma_{d+K+9} (L + S)$, with $S$ the sum of $|x_i y_i|$ over all products, as a product of vectors is within
 * $\gamma_d$ of its part of $S$, which the logarithm does not enlarge, and a term passes at most 9 u and K sums:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} An argument is not an ndarray.
 * @throws {RangeError} `center` is not a vector or is empty, `context` has another length, or `negatives` is not a matrix
 * of rows of that length.
 * @see Mikolov et al. (2013), Distributed Representations of Words and Phrases and their Compositionality, section 2.2. Lecture 10.
 * @example skipGramNegativeSampling(vector([1, 0]), vector([0, 1]), matrix([[0, 2], [0, 3]])) // 3 * Math.LN2
 */
export function skipGramNegativeSampling(center: NdArray, context: NdArray, negatives: NdArray): number {
  expectSkipGram(center, context, negatives);
  return products(negatives, center).reduce((loss, z) => loss + softplus(z), softplus(-product(context, center)));
}

/**
 * The gradient of $u L$ by all vectors, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial c} = -u\, \sigma(-c \cdot v)\, v, \qquad \frac{\partial}{\partial n_k} = u\, \sigma(n_k \cdot v)\, v, \qquad
 * \frac{\partial}{\partial v} = -u\, \sigma(-c \cdot v)\, c + u \sum_{k=1}^{K} \sigma(n_k \cdot v)\, n_k$$
 */
export function skipGramNegativeSamplingGradient(
  upstream: number,
  center: NdArray,
  context: NdArray,
  negatives: NdArray,
): { center: NdArray; context: NdArray; negatives: NdArray } {
  expectSkipGram(center, context, negatives);
  expectFinite('upstream', upstream);
  const attracted = -upstream * sigmoid(-product(context, center));
  const repelled = products(negatives, center).map((z) => upstream * sigmoid(z));
  const byCenter = flat(context).map((ci, i) =>
    repelled.reduce((sum, slope, k) => sum + slope * negatives.get(k, i), attracted * ci),
  );
  const byNegatives = repelled.flatMap((slope) => Array.from(flat(center), (vi) => slope * vi));
  return {
    center: vector(byCenter),
    context: map(center, (vi) => attracted * vi),
    negatives: tensor(negatives.shape, byNegatives),
  };
}

/** @throws {TypeError | RangeError} As `skipGramNegativeSampling` does. */
export function expectSkipGram(center: NdArray, context: NdArray, negatives: NdArray): void {
  const d = vectorLength('center', center);
  expectShape('context', context, [d], 'that of center');
  const [K] = matrixShape('negatives', negatives);
  expectShape('negatives', negatives, [K, d], 'rows as long as center');
}

/** x . y */
function product(x: NdArray, y: NdArray): number {
  let sum = 0;
  for (let i = 0; i < x.size; i++) sum += x.get(i) * y.get(i);
  return sum;
}

/** The product of each row with a vector. */
function products(rows: NdArray, y: NdArray): number[] {
  return Array.from({ length: rows.shape[0] as number }, (_, k) => product(rows.pick(k, null), y));
}
