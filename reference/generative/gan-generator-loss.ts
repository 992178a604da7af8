import { sigmoid } from '../backprop/sigmoid.ts';
import { softplus } from '../losses/shared/softplus.ts';
import { flat, map, type NdArray, vectorLength } from '../ndarray.ts';
import { expectChoice, expectOptions } from '../options.ts';

export interface GanGeneratorLossOptions {
  /** whether it is the minimax game's own loss, whose gradient vanishes while the discriminator wins; default false */
  saturating?: boolean;
}

/**
 * The generator's loss of a generative adversarial network, from logits.
 *
 * $$L_G = -\frac{1}{F} \sum_{j=1}^{F} \log \sigma(f_j), \qquad
 *   L_G = \frac{1}{F} \sum_{j=1}^{F} \log \bigl( 1 - \sigma(f_j) \bigr) \text{ if saturating}$$
 *
 * - $f$ `fake` `[F]`: the discriminator's logits of generated samples, $\sigma(f)$ the probability of being real
 * - `options.saturating`: the first form is the non-saturating one, which is trained with; the second is that of the
 *   minimax game
 * - $L_G$ scalar, in nats; the second form is never positive
 *
 * With $\operatorname{softplus}(z) = \log(1 + e^z)$ the forms are the means of $\operatorname{softplus}(-f)$ and of
 * $-\operatorname{softplus}(f)$, so it stays finite for logits of any size.
 *
 * Error at most $\gamma_{F+5} |L_G|$, as the terms are of one sign and each passes 5 u, a power and a logarithm within 2 u
 * among them, and the sum and the division: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `fake` is not an ndarray, or the options are not an object.
 * @throws {RangeError} `fake` is not a vector or is empty, `saturating` is not a boolean, or an option is unknown.
 * @see Goodfellow et al. (2014), Generative Adversarial Nets, equation 1 and section 3. Lecture 9.
 * @example ganGeneratorLoss(vector([0, 0]), { saturating: true }) // -Math.LN2
 */
export function ganGeneratorLoss(fake: NdArray, options: GanGeneratorLossOptions = {}): number {
  const { F, sign } = ganGeneratorLossArguments(fake, options);
  return (sign * flat(fake).reduce((total, f) => total + softplus(-sign * f), 0)) / F;
}

/**
 * The gradient of $u L_G$ by the logits, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial f_j} = -\frac{u}{F} \sigma(-f_j), \qquad
 *   \frac{\partial}{\partial f_j} = -\frac{u}{F} \sigma(f_j) \text{ if saturating}$$
 */
export function ganGeneratorLossGradient(
  upstream: number,
  fake: NdArray,
  options: GanGeneratorLossOptions = {},
): { fake: NdArray } {
  const { F, sign } = ganGeneratorLossArguments(fake, options);
  return { fake: map(fake, (f) => -(upstream / F) * sigmoid(-sign * f)) };
}

/** The number of samples of a legal argument list, and the sign of the loss: -1 if it is saturating. */
export function ganGeneratorLossArguments(
  fake: NdArray,
  options: GanGeneratorLossOptions,
): { F: number; sign: 1 | -1 } {
  expectOptions(options, ['saturating']);
  const { saturating = false } = options;
  expectChoice('options.saturating', saturating, [true, false]);
  return { F: vectorLength('fake', fake), sign: saturating ? -1 : 1 };
}
