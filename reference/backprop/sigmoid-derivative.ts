import { type Elements, elementwise, scaledBy } from '../elementwise.ts';
import type { NdArray } from '../ndarray.ts';

/**
 * The derivative of the logistic sigmoid, at a drive.
 *
 * $$\sigma'(z) = \sigma(z) \bigl( 1 - \sigma(z) \bigr) = \sigma(z)\, \sigma(-z) = \frac{e^{-|z|}}{(1 + e^{-|z|})^2}$$
 *
 * - $z$ `z` a number, or an array of any shape: the drive, not the activation $\sigma(z)$
 * - $\sigma'$ of the same shape: the slope, at most 1/4
 *
 * The last form takes no difference: $1 - \sigma(40)$ is 0 in float64 where $\sigma'(40)$ is 4.2e-18. NaN stays NaN.
 *
 * @throws {TypeError} `z` is neither a number nor an ndarray.
 * @throws {RangeError} `z` is empty.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 3.10. Lecture 2.
 * @example sigmoidDerivative(0) // 0.25
 */
export function sigmoidDerivative(z: number): number;
export function sigmoidDerivative(z: NdArray): NdArray;
export function sigmoidDerivative(z: Elements): Elements;
export function sigmoidDerivative(z: Elements): Elements {
  return elementwise('z', z, slope);
}

/**
 * The gradient of $\sum_i u_i \sigma'(z_i)$ by the drives, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial z_i} = u_i\, \sigma'(z_i) \bigl( 1 - 2 \sigma(z_i) \bigr)
 *   = -u_i\, \sigma'(z_i) \tanh \frac{z_i}{2}$$
 */
export function sigmoidDerivativeGradient(upstream: Elements, z: Elements): { z: Elements } {
  return { z: scaledBy(upstream, 'z', z, (zi) => -slope(zi) * Math.tanh(zi / 2)) };
}

function slope(z: number): number {
  const power = Math.exp(-Math.abs(z));
  return power / (1 + power) ** 2;
}
