import { expectSameShape, flat, map, matrixShape, type NdArray, zip } from '../ndarray.ts';
import { expMinusLine } from './shared/exp-minus-line.ts';

/**
 * Kullback-Leibler divergence between two diagonal Gaussians: the sum over the features, averaged over the batch.
 *
 * $$D = \frac{1}{2N} \sum_{n=1}^{N} \sum_{k=1}^{K} \Bigl( e^{d_{nk}} - 1 - d_{nk} +
 * \frac{(\mu_{nk} - \mu'_{nk})^2}{\sigma_{nk}'^2} \Bigr), \quad d_{nk} = \log \sigma_{nk}^2 - \log \sigma_{nk}'^2$$
 *
 * - $\mu$ `mean`, $\log \sigma^2$ `logVariance` `[N, K]`: the Gaussian that diverges
 * - $\mu'$ `otherMean`, $\log \sigma'^2$ `otherLogVariance` `[N, K]`: the one that it diverges from
 * - $D$ scalar, in nats per sample; never negative, 0 only if both are the same
 *
 * $e^d$ is the ratio of the variances. It is a number also where they are none that float64 holds, such as $e^{750}$. Near
 * $d = 0$ the difference $e^d - 1 - d$ cancels to about $d^2 / 2$, so it is summed there from its series.
 *
 * Error at most $\gamma_{2NK+26+2m} D$ with $m = \max |d|$, as no term is negative, the rounding of $d$ moves a term by
 * at most (2 + m) u of it, each is within 20 u of its own value and passes at most 2NK sums: $\gamma_k = ku / (1 - ku)$,
 * $u = 2^{-53}$.
 *
 * @throws {TypeError} One of the four is not an ndarray.
 * @throws {RangeError} `mean` is not a matrix, is empty, or one of the others has another shape.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 3.13; Kingma, Welling (2014), appendix B. Lecture 8.
 * @example klGaussian(matrix([[3]]), matrix([[0]]), matrix([[1]]), matrix([[0]])) // 2
 */
export function klGaussian(mean: NdArray, logVariance: NdArray, otherMean: NdArray, otherLogVariance: NdArray): number {
  const [N] = expectGaussians(mean, logVariance, otherMean, otherLogVariance);
  const { d, distance } = comparison(mean, logVariance, otherMean, otherLogVariance);
  let sum = 0;
  for (const z of flat(distance)) sum += z * z;
  for (const di of flat(d)) sum += expMinusLine(di);
  return sum / (2 * N);
}

/**
 * The gradient of $u D$, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial \mu} = \frac{u (\mu - \mu')}{N \sigma'^2} = -\frac{\partial}{\partial \mu'}, \quad
 * \frac{\partial}{\partial \log \sigma^2} = \frac{u (e^d - 1)}{2N}, \quad
 * \frac{\partial}{\partial \log \sigma'^2} = \frac{u}{2N} \Bigl( 1 - e^d - \frac{(\mu - \mu')^2}{\sigma'^2} \Bigr)$$
 */
export function klGaussianGradient(
  upstream: number,
  mean: NdArray,
  logVariance: NdArray,
  otherMean: NdArray,
  otherLogVariance: NdArray,
): { mean: NdArray; logVariance: NdArray; otherMean: NdArray; otherLogVariance: NdArray } {
  const [N] = expectGaussians(mean, logVariance, otherMean, otherLogVariance);
  const { d, distance } = comparison(mean, logVariance, otherMean, otherLogVariance);
  const share = upstream / N;
  const pull = zip(distance, otherLogVariance, (z, w) => (z === 0 ? 0 : share * (z * Math.exp(-w / 2))));
  return {
    mean: pull,
    logVariance: map(d, (di) => (share / 2) * Math.expm1(di)),
    otherMean: map(pull, (x) => -x),
    otherLogVariance: zip(d, distance, (di, z) => (-share / 2) * (Math.expm1(di) + z * z)),
  };
}

/** The differences of the log-variances, and the distances of the means in deviations of the second Gaussian. */
function comparison(
  mean: NdArray,
  logVariance: NdArray,
  otherMean: NdArray,
  otherLogVariance: NdArray,
): { d: NdArray; distance: NdArray } {
  const apart = zip(mean, otherMean, (mu, other) => mu - other);
  return {
    d: zip(logVariance, otherLogVariance, (v, w) => v - w),
    // The power of the half is finite where the variance is not; means that are the same lie 0 deviations apart.
    distance: zip(apart, otherLogVariance, (x, w) => (x === 0 ? 0 : x * Math.exp(-w / 2))),
  };
}

/** The shape of all four, after they have been checked. */
export function expectGaussians(
  mean: NdArray,
  logVariance: NdArray,
  otherMean: NdArray,
  otherLogVariance: NdArray,
): [samples: number, features: number] {
  const shape = matrixShape('mean', mean);
  for (const [name, array] of Object.entries({ logVariance, otherMean, otherLogVariance })) {
    expectSameShape('mean', mean, name, array);
  }
  return shape;
}
