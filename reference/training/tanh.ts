import { type Elements, elementwise, scaledBy } from '../elementwise.ts';
import type { NdArray } from '../ndarray.ts';

/**
 * The hyperbolic tangent: a drive to an activation between -1 and 1.
 *
 * $$\tanh z = \frac{e^z - e^{-z}}{e^z + e^{-z}} = \operatorname{sign}(z)\, \frac{e^{2|z|} - 1}{(e^{2|z|} - 1) + 2}$$
 *
 * - $z$ `z` a number, or an array of any shape: the drive
 * - $\tanh z$ of the same shape: the activation
 *
 * With expm1 for $e^{2|z|} - 1$ the last form keeps all digits of a z near 0, where $e^z - e^{-z}$ cancels. Beyond 350,
 * before the power overflows, tanh is 1 to every digit. NaN stays NaN.
 *
 * @throws {TypeError} `z` is neither a number nor an ndarray.
 * @throws {RangeError} `z` is empty.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.3.2. Lecture 4.
 * @example tanh(Math.LN2) // 0.6
 */
export function tanh(z: number): number;
export function tanh(z: NdArray): NdArray;
export function tanh(z: Elements): Elements;
export function tanh(z: Elements): Elements {
  return elementwise('z', z, (zi) => {
    const powerLessOne = Math.expm1(2 * Math.min(Math.abs(zi), 350));
    return (Math.sign(zi) * powerLessOne) / (powerLessOne + 2);
  });
}

/**
 * The gradient of $\sum_i u_i \tanh z_i$ by the drives, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial z_i} = u_i (1 - \tanh^2 z_i) = u_i \frac{4 e^{-2|z_i|}}{(1 + e^{-2|z_i|})^2}$$
 */
export function tanhGradient(upstream: Elements, z: Elements): { z: Elements } {
  const slope = (zi: number): number => {
    const power = Math.exp(-2 * Math.abs(zi));
    return (4 * power) / (1 + power) ** 2;
  };
  return { z: scaledBy(upstream, 'z', z, slope) };
}
