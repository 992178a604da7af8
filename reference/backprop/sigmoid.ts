import { type Elements, elementwise, scaledBy } from '../elementwise.ts';
import type { NdArray } from '../ndarray.ts';
import { sigmoidDerivative } from './sigmoid-derivative.ts';

/**
 * The logistic sigmoid: a drive to an activation between 0 and 1.
 *
 * $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
 *
 * - $z$ `z` a number, or an array of any shape: the drive
 * - $\sigma$ of the same shape: the activation
 *
 * Raises e to -|z| only, so that it overflows for no z; with that power on top the left tail keeps all its digits.
 * $\sigma(-z) = 1 - \sigma(z)$. NaN stays NaN.
 *
 * @throws {TypeError} `z` is neither a number nor an ndarray.
 * @throws {RangeError} `z` is empty.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 3.10. Lecture 2.
 * @example sigmoid(0) // 0.5
 */
export function sigmoid(z: number): number;
export function sigmoid(z: NdArray): NdArray;
export function sigmoid(z: Elements): Elements;
export function sigmoid(z: Elements): Elements {
  return elementwise('z', z, (zi) => {
    const power = Math.exp(-Math.abs(zi));
    return (zi < 0 ? power : 1) / (1 + power); // equivalent mutant: `zi <= 0` (at 0 the power is 1)
  });
}

/**
 * The gradient of $\sum_i u_i \sigma(z_i)$ by the drives, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial z_i} = u_i\, \sigma(z_i) \bigl( 1 - \sigma(z_i) \bigr)$$
 */
export function sigmoidGradient(upstream: Elements, z: Elements): { z: Elements } {
  return { z: scaledBy(upstream, 'z', z, sigmoidDerivative) };
}
