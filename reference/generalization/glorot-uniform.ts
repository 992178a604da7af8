import { flat, map, type NdArray } from '../ndarray.ts';
import { expectFans } from './shared/fans.ts';

/**
 * Weights drawn uniformly, with the variance that keeps both passes of a layer in balance (Glorot, Xavier).
 *
 * $$w = (2u - 1)\, \ell, \qquad \ell = \sqrt{\frac{6}{n_{\text{in}} + n_{\text{out}}}}$$
 *
 * - $u$ `random` of any shape, `[n_in, n_out]` for a dense layer: uniform draws, at least 0 and below 1
 * - $n_{\text{in}}$, $n_{\text{out}}$ `fanIn`, `fanOut`: the inputs and the outputs of a unit
 * - $w$ of the shape of $u$: from $-\ell$ to $\ell$, with variance $\ell^2 / 3 = 2 / (n_{\text{in}} + n_{\text{out}})$
 *
 * The fans of a convolution kernel `[kh, kw, in, out]` count its window: $n_{\text{in}}$ is kh kw in, $n_{\text{out}}$ is kh kw out.
 * The draws are given, so that the result can be computed again.
 *
 * @throws {TypeError} `random` is not an ndarray.
 * @throws {RangeError} `random` is empty or has an entry outside of 0 to 1, or a fan is not an integer of at least 1.
 * @see Glorot, Bengio (2010), Understanding the difficulty of training deep feedforward neural networks. Lecture 6.
 * @example glorotUniform(matrix([[0, 0.75]]), 2, 4) // [[-1, 0.5]]
 */
export function glorotUniform(random: NdArray, fanIn: number, fanOut: number): NdArray {
  expectGlorotUniformArguments(random, fanIn, fanOut);
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  return map(random, (u) => (2 * u - 1) * limit);
}

/** @throws {RangeError} An entry of `random` is outside of 0 to 1, 1 excluded; see `expectFans` for the others. */
export function expectGlorotUniformArguments(random: NdArray, fanIn: number, fanOut: number): void {
  expectFans(random, fanIn, fanOut);
  const outside = flat(random).find((u) => !(u >= 0 && u < 1));
  if (outside !== undefined) {
    throw new RangeError(`random: expected numbers of at least 0 and below 1, got ${outside}`);
  }
}
