import { type Norm, normOf } from '../generalization/shared/norm.ts';
import { expectSameShape, flat, type NdArray, vectorLength, zip } from '../ndarray.ts';
import { expectFinite } from '../options.ts';

/**
 * Cosine similarity: the cosine of the angle between two vectors.
 *
 * $$c = \frac{\sum_i a_i b_i}{\lVert a \rVert \lVert b \rVert}$$
 *
 * - $a$ `a` `[n]`, $b$ `b` `[n]`
 * - $c$ from -1 to 1, up to rounding
 *
 * A vector of zeros has no direction: then $c = 0$, as in scikit-learn. Every entry is divided by the largest of its
 * vector before it is squared or multiplied, so entries of any size neither overflow nor vanish.
 *
 * Error at most $\gamma_{2n+8} \sum_i |a_i b_i| / (\lVert a \rVert \lVert b \rVert)$, as a product passes two quotients, itself and n - 1
 * sums, a norm over the largest entry a quotient, a square and n - 1 sums, of which the root halves the error, and the root, and then there
 * are a product and the division: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `a` or `b` is not an ndarray.
 * @throws {RangeError} `a` is not a vector or is empty, or `b` has another length.
 * @see Jurafsky, Martin (2023), Speech and Language Processing, 3rd edition draft, section 6.4. Lecture 10.
 * @example cosineSimilarity(vector([3, 4]), vector([1, 0])) // 0.6
 */
export function cosineSimilarity(a: NdArray, b: NdArray): number {
  expectPair(a, b);
  return cosine(a, b, normOf(flat(a)), normOf(flat(b)));
}

/**
 * The gradient of $u c$ by both vectors, with $u$ the upstream gradient; that by $b$ is the same with the two exchanged:
 *
 * $$\frac{\partial}{\partial a_i} = \frac{u}{\lVert a \rVert} \Bigl( \frac{b_i}{\lVert b \rVert} - c \frac{a_i}{\lVert a \rVert} \Bigr)$$
 *
 * At a vector of zeros $c$ jumps and has no derivative by it; by the other one it is 0. Both are taken as 0 there.
 */
export function cosineSimilarityGradient(upstream: number, a: NdArray, b: NdArray): { a: NdArray; b: NdArray } {
  expectPair(a, b);
  expectFinite('upstream', upstream);
  const [normA, normB] = [normOf(flat(a)), normOf(flat(b))];
  const c = cosine(a, b, normA, normB);
  return { a: slopes(upstream, c, a, normA, b, normB), b: slopes(upstream, c, b, normB, a, normA) };
}

function cosine(a: NdArray, b: NdArray, normA: Norm, normB: Norm): number {
  if (normA.ratio === 0 || normB.ratio === 0) return 0;
  const products = flat(zip(a, b, (ai, bi) => (ai / normA.largest) * (bi / normB.largest)));
  return products.reduce((sum, product) => sum + product, 0) / (normA.ratio * normB.ratio);
}

/** The slopes by `x`, at a cosine `c` between `x` and `y`. */
function slopes(upstream: number, c: number, x: NdArray, normX: Norm, y: NdArray, normY: Norm): NdArray {
  const isZero = normX.ratio === 0 || normY.ratio === 0;
  return zip(x, y, (xi, yi) => {
    const [unitX, unitY] = [xi / normX.largest / normX.ratio, yi / normY.largest / normY.ratio];
    return isZero ? 0 : (upstream * (unitY - c * unitX)) / normX.largest / normX.ratio;
  });
}

/** @throws {TypeError | RangeError} As `cosineSimilarity` does. */
export function expectPair(a: NdArray, b: NdArray): void {
  vectorLength('a', a);
  expectSameShape('a', a, 'b', b);
}
