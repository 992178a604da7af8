import { expectSameShape, map, type NdArray, zip } from '../ndarray.ts';
import { type GaussianOptions, gaussianShape } from './shared/gaussian-arguments.ts';

/**
 * The reparameterization trick: a sample of a Gaussian as a function of its parameters and of noise that does not
 * depend on them.
 *
 * $$z_{nk} = \mu_{nk} + \sigma_{nk} \epsilon_{nk}, \quad \sigma_{nk} = e^{\frac{1}{2} \log \sigma_{nk}^2}$$
 *
 * - $\mu$ `mean` `[N, K]`
 * - $\log \sigma^2$ `logVariance` `[N, K]`: finite; with `fromVariance` the variances $\sigma^2$
 * - $\epsilon$ `noise` `[N, K]`: drawn from the standard normal distribution
 * - $z$ `[N, K]`
 *
 * The encoder gives (logarithms of) variances; the sample uses their square root, the standard deviation.
 *
 * Error at most $\gamma_4 (|\mu| + |\sigma \epsilon|)$, as a term passes a power within 2 u (or a root), a product and
 * a sum: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} One of the three is not an ndarray.
 * @throws {RangeError} `mean` is not a matrix, is empty, `logVariance` or `noise` has another shape, a variance is not
 * above 0, or an option is unknown.
 * @see Kingma, Welling (2014), Auto-Encoding Variational Bayes, section 2.4. Lecture 8.
 * @example reparameterize(matrix([[1, 2]]), matrix([[0, Math.log(4)]]), matrix([[0.5, -1]])) // [[1.5, 0]]
 */
export function reparameterize(
  mean: NdArray,
  logVariance: NdArray,
  noise: NdArray,
  options: GaussianOptions = {},
): NdArray {
  expectSample(mean, logVariance, noise, options);
  const sigma = map(logVariance, options.fromVariance ? Math.sqrt : (v) => Math.exp(v / 2));
  return zip(
    mean,
    zip(sigma, noise, (s, epsilon) => s * epsilon),
    (mu, scaled) => mu + scaled,
  );
}

/**
 * The gradient of $\sum_{nk} u_{nk} z_{nk}$, with $u$ the upstream gradient, of the shape of $z$:
 *
 * $$\frac{\partial}{\partial \mu} = u, \quad
 * \frac{\partial}{\partial \log \sigma^2} = \frac{u \sigma \epsilon}{2}, \quad
 * \frac{\partial}{\partial \sigma^2} = \frac{u \epsilon}{2 \sigma}, \quad
 * \frac{\partial}{\partial \epsilon} = u \sigma$$
 */
export function reparameterizeGradient(
  upstream: NdArray,
  mean: NdArray,
  logVariance: NdArray,
  noise: NdArray,
  options: GaussianOptions = {},
): { mean: NdArray; logVariance: NdArray; noise: NdArray } {
  expectSample(mean, logVariance, noise, options);
  expectSameShape('mean', mean, 'upstream', upstream);
  const { fromVariance } = options;
  const sigma = map(logVariance, fromVariance ? Math.sqrt : (v) => Math.exp(v / 2));
  const slope = map(sigma, (s) => (fromVariance ? 1 / (2 * s) : s / 2));
  const uEpsilon = zip(upstream, noise, (u, epsilon) => u * epsilon);
  return {
    mean: map(upstream, (u) => u),
    logVariance: zip(uEpsilon, slope, (x, s) => x * s),
    noise: zip(upstream, sigma, (u, s) => u * s),
  };
}

/** Checks the arguments. */
export function expectSample(mean: NdArray, logVariance: NdArray, noise: NdArray, options: GaussianOptions): void {
  gaussianShape(mean, logVariance, options);
  expectSameShape('mean', mean, 'noise', noise);
}
