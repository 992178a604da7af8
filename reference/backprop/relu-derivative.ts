import { type Elements, elementwise, scaledBy } from '../elementwise.ts';
import type { NdArray } from '../ndarray.ts';
import { expectFinite } from '../options.ts';

/**
 * The derivative of the rectified linear unit, at a drive.
 *
 * $$\mathrm{relu}'(z) = \begin{cases} 1 & z > 0 \\ a & z = 0 \\ 0 & z < 0 \end{cases}$$
 *
 * - $z$ `z` a number, or an array of any shape: the drive
 * - $a$ `atZero`: the value at exactly 0, where the function has a kink
 * - relu' of the same shape as `z`
 *
 * The value at 0 is a convention: 1 in the notes, which is the default; 0 in libraries. NaN stays NaN.
 *
 * @throws {TypeError} `z` is neither a number nor an ndarray, or `atZero` is not a number.
 * @throws {RangeError} `z` is empty, or `atZero` is not finite.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.3. Lecture 2.
 * @example reluDerivative(0, 0.5) // 0.5
 */
export function reluDerivative(z: number, atZero?: number): number;
export function reluDerivative(z: NdArray, atZero?: number): NdArray;
export function reluDerivative(z: Elements, atZero?: number): Elements;
export function reluDerivative(z: Elements, atZero = 1): Elements {
  expectFinite('atZero', atZero);
  return elementwise('z', z, (zi) => {
    if (Number.isNaN(zi)) return zi;
    return zi > 0 ? 1 : zi < 0 ? 0 : atZero;
  });
}

/** The gradient of $\sum_i u_i\, \mathrm{relu}'(z_i)$ by the drives: 0, wherever there is one. */
// Equivalent mutants: `atZero = 1 + 1`, `atZero = 1 * (1 + 1e-6)` (the gradient is 0 whatever atZero is)
export function reluDerivativeGradient(upstream: Elements, z: Elements, atZero = 1): { z: Elements } {
  expectFinite('atZero', atZero);
  return { z: scaledBy(upstream, 'z', z, () => 0) };
}
