import { map, type NdArray } from '../ndarray.ts';
import { expectFans } from './shared/fans.ts';

/**
 * Weights drawn from a normal distribution, with the variance that keeps both passes of a layer in balance (Glorot,
 * Xavier).
 *
 * $$w = z\, \sigma, \qquad \sigma = \sqrt{\frac{2}{n_{\text{in}} + n_{\text{out}}}}$$
 *
 * - $z$ `random` of any shape, `[n_in, n_out]` for a dense layer: draws from the standard normal distribution
 * - $n_{\text{in}}$, $n_{\text{out}}$ `fanIn`, `fanOut`: the inputs and the outputs of a unit
 * - $w$ of the shape of $z$, with mean 0 and variance $2 / (n_{\text{in}} + n_{\text{out}})$
 *
 * The fans of a convolution kernel `[kh, kw, in, out]` count its window: $n_{\text{in}}$ is kh kw in, $n_{\text{out}}$ is kh kw out.
 * The draws are given, so that the result can be computed again. Nothing is truncated: tfjs truncates at two standard
 * deviations without correcting for it, so its weights have 0.88 of this standard deviation.
 *
 * @throws {TypeError} `random` is not an ndarray.
 * @throws {RangeError} `random` is empty, or a fan is not an integer of at least 1.
 * @see Glorot, Bengio (2010), Understanding the difficulty of training deep feedforward neural networks. Lecture 6.
 * @example glorotNormal(matrix([[-1, 3]]), 3, 5) // [[-0.5, 1.5]]
 */
export function glorotNormal(random: NdArray, fanIn: number, fanOut: number): NdArray {
  expectFans(random, fanIn, fanOut);
  const deviation = Math.sqrt(2 / (fanIn + fanOut));
  return map(random, (z) => z * deviation);
}
