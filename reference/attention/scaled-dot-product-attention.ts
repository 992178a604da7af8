import { expectShape, flat, type NdArray, sequenceShape, tensor } from '../ndarray.ts';
import { products, transposedMatrices } from './shared/products.ts';

/**
 * Scaled dot-product attention: for each query the average of the values, weighted by how well their keys fit it.
 *
 * $$\mathrm{Attention}(Q, K, V) = \mathrm{softmax} \Bigl( \frac{Q K^T}{\sqrt{d}} \Bigr) V$$
 *
 * - $Q$ `q` `[batch, queries, d]`
 * - $K$ `k` `[batch, keys, d]`
 * - $V$ `v` `[batch, keys, e]`: one value per key
 * - `mask` `[batch, queries, keys]`: 1 where the query may attend to the key, 0 where not; absent, it may attend to all
 * - the result `[batch, queries, e]`
 *
 * The softmax of a query is taken over the keys that it may attend to, the largest of their scores taken out first. A
 * query that may attend to none gives zeros, and its gradients are zeros; the limit of a very negative score would give
 * the average of all values there, that of minus infinity NaN.
 *
 * @throws {TypeError} An argument is not an ndarray.
 * @throws {RangeError} An argument is empty or of another rank, the shapes do not fit, or `mask` has an entry that is
 * neither 0 nor 1.
 * @see Vaswani et al. (2017), Attention is all you need, section 3.2.1. Lecture 11.
 * @example scaledDotProductAttention(tensor([1, 1, 1], [0]), tensor([1, 2, 1], [5, 7]), tensor([1, 2, 1], [2, 4])) // [[[3]]]
 */
export function scaledDotProductAttention(q: NdArray, k: NdArray, v: NdArray, mask?: NdArray): NdArray {
  expectAttention(q, k, v, mask);
  return products(attentionWeights(q, k, mask), v);
}

/**
 * The gradient of $\sum u\, \mathrm{Attention}(Q, K, V)$ by the three, with $u$ the upstream gradient, $A$ the weights,
 * and $\delta$ that of the scores before their division:
 *
 * $$\frac{\partial}{\partial V} = A^T u, \qquad
 *   \delta_{ij} = \frac{A_{ij}}{\sqrt{d}} \Bigl( (u V^T)_{ij} - \sum_l A_{il} (u V^T)_{il} \Bigr), \qquad
 *   \frac{\partial}{\partial Q} = \delta K, \qquad \frac{\partial}{\partial K} = \delta^T Q$$
 */
export function scaledDotProductAttentionGradient(
  upstream: NdArray,
  q: NdArray,
  k: NdArray,
  v: NdArray,
  mask?: NdArray,
): { q: NdArray; k: NdArray; v: NdArray } {
  const [B, T, e] = expectAttention(q, k, v, mask);
  expectShape('upstream', upstream, [B, T, e], 'that of the result');
  const weights = attentionWeights(q, k, mask);
  const byScores = scoreGradient(products(upstream, transposedMatrices(v)), weights, q.shape[2] as number);
  return {
    q: products(byScores, k),
    k: products(transposedMatrices(byScores), q),
    v: products(transposedMatrices(weights), upstream),
  };
}

/** The shape of the result, after the arguments have been checked. */
export function expectAttention(
  q: NdArray,
  k: NdArray,
  v: NdArray,
  mask?: NdArray,
): [B: number, queries: number, e: number] {
  const [B, T, d] = sequenceShape('q', q);
  const [, S] = sequenceShape('k', k);
  expectShape('k', k, [B, S, d], 'a sample for each of q, as wide as q');
  const [, , e] = sequenceShape('v', v);
  expectShape('v', v, [B, S, e], 'a value for each key');
  if (mask !== undefined) {
    expectShape('mask', mask, [B, T, S], 'an entry for each query and key');
    expectMask('mask', mask);
  }
  return [B, T, e];
}

/** @throws {RangeError} The mask has an entry that is neither 0 nor 1. */
export function expectMask(name: string, mask: NdArray): void {
  const other = flat(mask).find((m) => m !== 0 && m !== 1);
  if (other !== undefined) throw new RangeError(`${name}: expected entries of 0 and 1, got ${other}`);
}

/** The weights `[B, queries, keys]`: each row sums to 1, or is 0 if the query may attend to no key. */
function attentionWeights(q: NdArray, k: NdArray, mask?: NdArray): NdArray {
  const scores = products(q, transposedMatrices(k));
  const [B, T, S] = scores.shape as [number, number, number];
  const root = Math.sqrt(q.shape[2] as number);
  const weights = tensor([B, T, S]);
  const keys = Array.from({ length: S }, (_, j) => j);
  // Equivalent mutants: one more n, i (what they write is that of the next sample, or beyond the end and ignored)
  for (let n = 0; n < B; n++) {
    for (let i = 0; i < T; i++) {
      const open = keys.filter((j) => mask === undefined || mask.get(n, i, j) === 1);
      const z = open.map((j) => scores.get(n, i, j) / root);
      const max = Math.max(...z);
      const powers = z.map((zj) => Math.exp(zj - max));
      const sum = powers.reduce((total, power) => total + power, 0);
      open.forEach((j, at) => weights.set(n, i, j, (powers[at] as number) / sum));
    }
  }
  return weights;
}

/** What arrives at the products of queries and keys, from what arrives at the weights. */
function scoreGradient(byWeights: NdArray, weights: NdArray, d: number): NdArray {
  const [B, T, S] = weights.shape as [number, number, number];
  const root = Math.sqrt(d);
  const gradient = tensor([B, T, S]);
  // Equivalent mutants: one more n, i (what they write is that of the next sample, or beyond the end and ignored)
  for (let n = 0; n < B; n++) {
    for (let i = 0; i < T; i++) {
      let mean = 0;
      for (let j = 0; j < S; j++) mean += weights.get(n, i, j) * byWeights.get(n, i, j);
      // Equivalent mutants: one more j (what it writes is overwritten, or beyond the end and ignored)
      for (let j = 0; j < S; j++) {
        gradient.set(n, i, j, (weights.get(n, i, j) * (byWeights.get(n, i, j) - mean)) / root);
      }
    }
  }
  return gradient;
}
