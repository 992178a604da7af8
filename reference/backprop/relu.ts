import { type Elements, elementwise, scaledBy } from '../elementwise.ts';
import type { NdArray } from '../ndarray.ts';

/**
 * The rectified linear unit: a drive where it is positive, else 0.
 *
 * $$\mathrm{relu}(z) = \max(0, z)$$
 *
 * - $z$ `z` a number, or an array of any shape: the drive
 * - relu of the same shape: the activation
 *
 * NaN stays NaN.
 *
 * @throws {TypeError} `z` is neither a number nor an ndarray.
 * @throws {RangeError} `z` is empty.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.3.1. Lecture 2.
 * @example relu(-2) // 0
 */
export function relu(z: number): number;
export function relu(z: NdArray): NdArray;
export function relu(z: Elements): Elements;
export function relu(z: Elements): Elements {
  return elementwise('z', z, (zi) => Math.max(0, zi));
}

/**
 * The gradient of $\sum_i u_i\, \mathrm{relu}(z_i)$ by the drives, with $u$ the upstream gradient: $u_i$ where
 * $z_i > 0$, else 0. At the kink it takes 0, as autodiff of libraries does; `reluDerivative` has an option for it.
 */
export function reluGradient(upstream: Elements, z: Elements): { z: Elements } {
  return { z: scaledBy(upstream, 'z', z, (zi) => (zi > 0 ? 1 : 0)) };
}
