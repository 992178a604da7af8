import { flat, map, type NdArray } from '../ndarray.ts';
import { expMinusLine } from './shared/exp-minus-line.ts';
import { type GaussianOptions, gaussianShape } from './shared/gaussian-arguments.ts';

/**
 * Kullback-Leibler divergence of diagonal Gaussians from the standard normal distribution: the sum over the features,
 * averaged over the batch.
 *
 * $$D = -\frac{1}{2N} \sum_{n=1}^{N} \sum_{k=1}^{K} \bigl( 1 + \log \sigma_{nk}^2 - \mu_{nk}^2 - \sigma_{nk}^2 \bigr)$$
 *
 * - $\mu$ `mean` `[N, K]`
 * - $\log \sigma^2$ `logVariance` `[N, K]`: finite; with `fromVariance` the variances $\sigma^2$
 * - $D$ scalar, in nats per sample; never negative, 0 only for the standard normal
 *
 * With $v = \log \sigma^2$ each term is $\mu^2 + (e^v - 1 - v)$. Near $v = 0$ the bracket cancels to about $v^2 / 2$,
 * so it is summed there from its series and keeps its digits.
 *
 * Error at most $\gamma_{2NK+24} D$, as no term is negative, each is within 20 u of its own value and passes at most
 * 2NK sums; from variances $2 \max |\log \sigma^2|$ roundings more, as the power of the rounded logarithm is taken:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `mean` or `logVariance` is not an ndarray.
 * @throws {RangeError} `mean` is not a matrix, is empty, `logVariance` has another shape, a variance is not above 0,
 * or an option is unknown.
 * @see Kingma, Welling (2014), Auto-Encoding Variational Bayes, appendix B. Lecture 8.
 * @example klStandardNormal(matrix([[1, 2], [3, 0]]), matrix([[0, 0], [0, 0]])) // 3.5
 */
export function klStandardNormal(mean: NdArray, logVariance: NdArray, options: GaussianOptions = {}): number {
  const [N] = gaussianShape(mean, logVariance, options);
  const v = options.fromVariance ? map(logVariance, Math.log) : logVariance;
  let sum = 0;
  for (const mu of flat(mean)) sum += mu ** 2;
  for (const vi of flat(v)) sum += expMinusLine(vi);
  return sum / (2 * N);
}

/**
 * The gradient of $u D$, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial \mu_{nk}} = \frac{u \mu_{nk}}{N}, \quad
 * \frac{\partial}{\partial \log \sigma_{nk}^2} = \frac{u (\sigma_{nk}^2 - 1)}{2N}, \quad
 * \frac{\partial}{\partial \sigma_{nk}^2} = \frac{u (1 - 1 / \sigma_{nk}^2)}{2N}$$
 */
export function klStandardNormalGradient(
  upstream: number,
  mean: NdArray,
  logVariance: NdArray,
  options: GaussianOptions = {},
): { mean: NdArray; logVariance: NdArray } {
  const [N] = gaussianShape(mean, logVariance, options);
  const slope = options.fromVariance ? (variance: number) => (variance - 1) / variance : Math.expm1;
  return {
    mean: map(mean, (mu) => (upstream * mu) / N),
    logVariance: map(logVariance, (v) => (upstream * slope(v)) / (2 * N)),
  };
}
