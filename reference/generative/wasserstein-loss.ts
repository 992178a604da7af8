import { flat, map, type NdArray, vectorLength } from '../ndarray.ts';

/**
 * The critic's loss of a Wasserstein GAN, from its scores.
 *
 * $$L_C = \frac{1}{F} \sum_{j=1}^{F} f_j - \frac{1}{R} \sum_{i=1}^{R} r_i$$
 *
 * - $r$ `real` `[R]`: the critic's scores of real samples, any numbers: there is no sigmoid
 * - $f$ `fake` `[F]`: its scores of generated samples
 * - $L_C$ scalar: minus the estimate of the Wasserstein distance, as long as the critic is 1-Lipschitz
 *
 * The paper maximises $-L_C$. The numbers of samples may differ.
 *
 * Error at most $\gamma_{\max(R, F) + 1}$ of the mean size of a real score plus that of a generated one, as each passes the sums of its
 * mean, the division and the difference: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `real` or `fake` is not an ndarray.
 * @throws {RangeError} `real` or `fake` is not a vector or is empty.
 * @see Arjovsky, Chintala, Bottou (2017), Wasserstein GAN, section 3, equations 2 and 3, and algorithm 1. Lecture 9.
 * @example wassersteinLoss(vector([2, 4]), vector([-1])) // -4
 */
export function wassersteinLoss(real: NdArray, fake: NdArray): number {
  const { R, F } = expectWassersteinLoss(real, fake);
  return sum(fake) / F - sum(real) / R;
}

/**
 * The gradient of $v L_C$ by both vectors of scores, with $v$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial r_i} = -\frac{v}{R}, \qquad \frac{\partial}{\partial f_j} = \frac{v}{F}$$
 */
export function wassersteinLossGradient(
  upstream: number,
  real: NdArray,
  fake: NdArray,
): { real: NdArray; fake: NdArray } {
  const { R, F } = expectWassersteinLoss(real, fake);
  return { real: map(real, () => -upstream / R), fake: map(fake, () => upstream / F) };
}

/** The numbers of real and of generated samples of a legal argument list. */
export function expectWassersteinLoss(real: NdArray, fake: NdArray): { R: number; F: number } {
  return { R: vectorLength('real', real), F: vectorLength('fake', fake) };
}

function sum(scores: NdArray): number {
  return flat(scores).reduce((total, score) => total + score, 0);
}
