import { expectSameShape, flat, type NdArray, vectorLength, zip } from '../ndarray.ts';

/**
 * Kullback-Leibler divergence between two discrete distributions.
 *
 * $$D(p \| q) = \sum_{k=1}^{K} p_k \log \frac{p_k}{q_k}$$
 *
 * - $p$ `p` `[K]`, $q$ `q` `[K]`: non-negative; each sums to 1 if it is a distribution, which is not checked
 * - $D$ scalar, in nats; never negative for distributions, 0 if they are the same
 *
 * An outcome with $p_k = 0$ adds nothing: 0 log 0 = 0, whatever $q_k$ is. One with $q_k = 0 < p_k$ makes the divergence
 * infinite. Not symmetric.
 *
 * Error at most $\gamma_{K+3} \sum_k p_k (1 + |\log \frac{p_k}{q_k}|)$, as the rounding of the quotient moves the
 * logarithm by u, and a term passes a logarithm within 2 u, a product and K - 1 sums: $\gamma_k = ku / (1 - ku)$,
 * $u = 2^{-53}$.
 *
 * @throws {TypeError} `p` or `q` is not an ndarray.
 * @throws {RangeError} `p` is not a vector, is empty, `q` has another length, or one of them has a negative entry.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 3.13. Lecture 8.
 * @example klDivergence(vector([0, 1]), vector([0.5, 0.5])) // Math.LN2
 */
export function klDivergence(p: NdArray, q: NdArray): number {
  expectDistributions(p, q);
  const terms = zip(p, q, (pk, qk) => (pk === 0 ? 0 : pk * Math.log(pk / qk)));
  return flat(terms).reduce((sum, term) => sum + term, 0);
}

/**
 * The gradient of $u D(p \| q)$, with $u$ the upstream gradient and every entry a variable of its own:
 *
 * $$\frac{\partial}{\partial p_k} = u \Bigl( \log \frac{p_k}{q_k} + 1 \Bigr), \quad
 * \frac{\partial}{\partial q_k} = -\frac{u p_k}{q_k}$$
 *
 * An outcome with $p_k = 0$ adds nothing to the divergence, and both derivatives are taken as 0 there, as in PyTorch,
 * although the first goes to $-\infty$ as $p_k$ goes to 0.
 */
export function klDivergenceGradient(upstream: number, p: NdArray, q: NdArray): { p: NdArray; q: NdArray } {
  expectDistributions(p, q);
  return {
    p: zip(p, q, (pk, qk) => (pk === 0 ? 0 : upstream * (Math.log(pk / qk) + 1))),
    q: zip(p, q, (pk, qk) => (pk === 0 ? 0 : (-upstream * pk) / qk)),
  };
}

/** Checks the arguments. */
export function expectDistributions(p: NdArray, q: NdArray): void {
  vectorLength('p', p);
  expectSameShape('p', p, 'q', q);
  for (const [name, array] of Object.entries({ p, q })) {
    const negative = flat(array).find((x) => x < 0);
    if (negative !== undefined) throw new RangeError(`${name}: expected no negative entries, got ${negative}`);
  }
}
