import { type Elements, elementwise } from '../elementwise.ts';
import type { NdArray } from '../ndarray.ts';
import { expectFinite } from '../options.ts';

/**
 * The step activation of a threshold unit.
 *
 * $$s(z) = \begin{cases} 1 & z \ge \theta \\ 0 & z < \theta \end{cases}$$
 *
 * - $z$ `z` a number, or an array of any shape: the drive
 * - $\theta$ `threshold` a finite number; default 0
 * - $s$ of the same shape as `z`: 0 or 1
 *
 * At the threshold itself it is 1. NaN stays NaN.
 *
 * @throws {TypeError} `z` is neither a number nor an ndarray, or `threshold` is not a number.
 * @throws {RangeError} `z` is empty, or `threshold` is not finite.
 * @see McCulloch, Pitts (1943), A logical calculus of the ideas immanent in nervous activity. Lecture 1.
 * @example step(0.25, 0.5) // 0
 */
export function step(z: number, threshold?: number): number;
export function step(z: NdArray, threshold?: number): NdArray;
export function step(z: Elements, threshold?: number): Elements;
export function step(z: Elements, threshold = 0): Elements {
  expectFinite('threshold', threshold);
  return elementwise('z', z, (zi) => {
    if (Number.isNaN(zi)) return zi;
    return zi >= threshold ? 1 : 0;
  });
}
