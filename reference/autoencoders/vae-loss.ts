import { expectSameShape, flat, map, matrixShape, type NdArray, zip } from '../ndarray.ts';
import { expectFinite, expectOptions } from '../options.ts';
import { klStandardNormal, klStandardNormalGradient } from './kl-standard-normal.ts';
import { gaussianShape } from './shared/gaussian-arguments.ts';

export interface VaeLossOptions {
  /** the weight of the divergence; default 1; other values give the beta-VAE */
  beta?: number;
}

/**
 * The loss of a variational autoencoder: squared reconstruction error and the divergence of the code from its prior.
 *
 * $$L = \frac{1}{N} \sum_{n=1}^{N} \sum_{d=1}^{D} (x_{nd} - \hat x_{nd})^2 + \beta D_{\mathrm{KL}}$$
 *
 * - $x$ `x` `[N, D]`, $\hat x$ `reconstruction` `[N, D]`
 * - $\mu$ `mean` `[N, K]`, $\log \sigma^2$ `logVariance` `[N, K]`: the code's Gaussians
 * - $D_{\mathrm{KL}}$: `klStandardNormal`, the sum over the features, averaged over the batch
 * - $\beta$ `beta`
 * - $L$ scalar
 *
 * The squared errors are summed over a sample and averaged over the batch, without a factor 1/2.
 *
 * Error at most $\gamma_{ND+2NK+26}$ of the loss with $|\beta|$, as no term is negative, a squared error passes a
 * difference, a power, ND sums and the division, and `klStandardNormal` is within $\gamma_{2NK+24}$:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} An array is not an ndarray, or `beta` is not a number.
 * @throws {RangeError} `x` is not a matrix or is empty, `reconstruction` has another shape, `mean` is not a matrix of
 * as many rows, `logVariance` has another shape than `mean`, `beta` is not finite, or an option is unknown.
 * @see Higgins et al. (2017), beta-VAE, section 2; Kingma, Welling (2014), section 3. Lecture 8.
 * @example vaeLoss(matrix([[1, 2]]), matrix([[0, 4]]), matrix([[2]]), matrix([[0]]), { beta: 0.5 }) // 6
 */
export function vaeLoss(
  x: NdArray,
  reconstruction: NdArray,
  mean: NdArray,
  logVariance: NdArray,
  options: VaeLossOptions = {},
): number {
  const { N, beta } = vaeArguments(x, reconstruction, mean, logVariance, options);
  const squaredErrors = zip(x, reconstruction, (xi, yi) => (xi - yi) ** 2);
  const sum = flat(squaredErrors).reduce((total, e) => total + e, 0);
  return sum / N + beta * klStandardNormal(mean, logVariance);
}

/**
 * The gradient of $u L$, with $u$ the upstream gradient; that of $D_{\mathrm{KL}}$ is `klStandardNormalGradient`:
 *
 * $$\frac{\partial}{\partial x_{nd}} = \frac{2u}{N} (x_{nd} - \hat x_{nd}), \quad
 * \frac{\partial}{\partial \hat x_{nd}} = -\frac{2u}{N} (x_{nd} - \hat x_{nd}), \quad
 * \frac{\partial}{\partial \mu} = u \beta \frac{\partial D_{\mathrm{KL}}}{\partial \mu}, \quad
 * \frac{\partial}{\partial \log \sigma^2} = u \beta \frac{\partial D_{\mathrm{KL}}}{\partial \log \sigma^2}$$
 */
export function vaeLossGradient(
  upstream: number,
  x: NdArray,
  reconstruction: NdArray,
  mean: NdArray,
  logVariance: NdArray,
  options: VaeLossOptions = {},
): { x: NdArray; reconstruction: NdArray; mean: NdArray; logVariance: NdArray } {
  const { N, beta } = vaeArguments(x, reconstruction, mean, logVariance, options);
  const byX = zip(x, reconstruction, (xi, yi) => ((2 * upstream) / N) * (xi - yi));
  return {
    x: byX,
    reconstruction: map(byX, (slope) => -slope),
    ...klStandardNormalGradient(upstream * beta, mean, logVariance),
  };
}

/** The number of samples and beta, after all arguments have been checked. */
export function vaeArguments(
  x: NdArray,
  reconstruction: NdArray,
  mean: NdArray,
  logVariance: NdArray,
  options: VaeLossOptions,
): { N: number; beta: number } {
  expectOptions(options, ['beta']);
  const { beta = 1 } = options;
  expectFinite('options.beta', beta);
  const [N] = matrixShape('x', x);
  expectSameShape('x', x, 'reconstruction', reconstruction);
  const [codes] = gaussianShape(mean, logVariance, {});
  if (codes !== N) throw new RangeError(`mean: expected ${N} rows, as many as x has, got ${codes}`);
  return { N, beta };
}
