import { sigmoid } from '../backprop/sigmoid.ts';
import { softplus } from '../losses/shared/softplus.ts';
import { flat, map, type NdArray, vectorLength } from '../ndarray.ts';

/**
 * The discriminator's loss of a generative adversarial network, from logits.
 *
 * $$L_D = -\frac{1}{R} \sum_{i=1}^{R} \log \sigma(r_i) - \frac{1}{F} \sum_{j=1}^{F} \log \bigl( 1 - \sigma(f_j) \bigr)$$
 *
 * - $r$ `real` `[R]`: the discriminator's logits of real samples, $\sigma(r)$ the probability of being real
 * - $f$ `fake` `[F]`: its logits of generated samples
 * - $L_D$ scalar, in nats
 *
 * The two means are added, without a factor 1/2, and may be over different numbers of samples. With
 * $\operatorname{softplus}(z) = \log(1 + e^z)$ the terms are $-\log \sigma(r) = \operatorname{softplus}(-r)$ and
 * $-\log (1 - \sigma(f)) = \operatorname{softplus}(f)$, so it stays finite for logits of any size.
 *
 * Error at most $\gamma_{\max(R, F) + 6} L_D$, as no term is negative and each passes 5 u, a power and a logarithm within
 * 2 u among them, and the sums, the division and the last sum: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `real` or `fake` is not an ndarray.
 * @throws {RangeError} `real` or `fake` is not a vector or is empty.
 * @see Goodfellow et al. (2014), Generative Adversarial Nets, equation 1 and algorithm 1. Lecture 9.
 * @example ganDiscriminatorLoss(vector([0, 0]), vector([0])) // 2 * Math.LN2
 */
export function ganDiscriminatorLoss(real: NdArray, fake: NdArray): number {
  const { R, F } = expectGanDiscriminatorLoss(real, fake);
  const ofReal = flat(real).reduce((total, r) => total + softplus(-r), 0) / R;
  const ofFake = flat(fake).reduce((total, f) => total + softplus(f), 0) / F;
  return ofReal + ofFake;
}

/**
 * The gradient of $u L_D$ by both vectors of logits, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial r_i} = -\frac{u}{R} \sigma(-r_i), \qquad
 *   \frac{\partial}{\partial f_j} = \frac{u}{F} \sigma(f_j)$$
 */
export function ganDiscriminatorLossGradient(
  upstream: number,
  real: NdArray,
  fake: NdArray,
): { real: NdArray; fake: NdArray } {
  const { R, F } = expectGanDiscriminatorLoss(real, fake);
  return {
    real: map(real, (r) => -(upstream / R) * sigmoid(-r)),
    fake: map(fake, (f) => (upstream / F) * sigmoid(f)),
  };
}

/** The numbers of real and of generated samples of a legal argument list. */
export function expectGanDiscriminatorLoss(real: NdArray, fake: NdArray): { R: number; F: number } {
  return { R: vectorLength('real', real), F: vectorLength('fake', fake) };
}
