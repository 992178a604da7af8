import { type Elements, elementwise, scaledBy } from '../elementwise.ts';
import type { NdArray } from '../ndarray.ts';

/**
 * The hyperbolic tangent: a drive to an activation between -1 and 1.
 *
 * $$\tanh z = \frac{e^z - e^{-z}}{e^z + e^{-z}} = \operatorname{sign}(z) \Bigl( 1 - \frac{2}{e^{2|z|} + 1} \Bigr)
 *   = \cfrac{z}{1 + \cfrac{z^2}{3 + \cfrac{z^2}{5 + \dots}}}$$
 *
 * - $z$ `z` a number, or an array of any shape: the drive
 * - $\tanh z$ of the same shape: the activation
 *
 * The second form holds for $|z| \ge 1$ and overflows for none. Nearer to 0 the powers cancel: there Lambert's continued
 * fraction keeps all digits. Error at most 2 ulp. NaN stays NaN.
 *
 * @throws {TypeError} `z` is neither a number nor an ndarray.
 * @throws {RangeError} `z` is empty.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.3.2; Lambert (1761) for the fraction. Lecture 4.
 * @example tanh(Math.LN2) // 0.6
 */
export function tanh(z: number): number;
export function tanh(z: NdArray): NdArray;
export function tanh(z: Elements): Elements;
export function tanh(z: Elements): Elements {
  return elementwise('z', z, (zi) => {
    const size = Math.abs(zi);
    return size < 1 ? continuedFraction(zi) : Math.sign(zi) * (1 - 2 / (Math.exp(2 * size) + 1));
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

/** tanh below 1, where what follows 19 in the fraction is less than the last digit. */
function continuedFraction(z: number): number {
  let denominator = 19;
  for (let odd = 17; odd >= 1; odd -= 2) denominator = odd + (z * z) / denominator;
  return z / denominator;
}
