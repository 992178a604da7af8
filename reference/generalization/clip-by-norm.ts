import { expectSameShape, flat, type NdArray, vectorLength } from '../ndarray.ts';
import { alongUnit, clipped, clippedGradient, normOf } from './shared/norm.ts';
import { expectPositive } from './shared/positive.ts';

/**
 * Gradient clipping by norm: a gradient that is longer than `maxNorm` is scaled down to it and keeps its direction.
 *
 * $$y = \begin{cases} g & \lVert g \rVert \le c \\ c \, g / \lVert g \rVert & \text{otherwise} \end{cases}$$
 *
 * - $g$ `gradient` `[n]`, with $\lVert g \rVert$ the root of its squares' sum
 * - $c$ `maxNorm`: above 0
 * - $y$ `[n]`, of norm at most $c$
 *
 * A gradient of zeros stays. Every entry is divided by the largest before it is squared, so entries of any size neither overflow nor
 * vanish.
 *
 * @throws {TypeError} `gradient` is not an ndarray.
 * @throws {RangeError} `gradient` is not a vector or is empty, or `maxNorm` is not a finite number above 0.
 * @see Pascanu, Mikolov, Bengio (2013), On the difficulty of training recurrent neural networks, algorithm 1. Lecture 6.
 * @example clipByNorm(vector([3, -4]), 2.5) // [1.5, -2]
 */
export function clipByNorm(gradient: NdArray, maxNorm: number): NdArray {
  expectClipByNorm(gradient, maxNorm);
  return clipped(gradient, normOf(flat(gradient)), maxNorm);
}

/**
 * The gradient of $\sum u y$ by the entries, with $u$ the upstream gradient. At a norm of exactly $c$, a kink, it is $u$.
 *
 * $$\frac{\partial}{\partial g} = \frac{c}{\lVert g \rVert} \Bigl( u - \frac{g}{\lVert g \rVert} \sum_i u_i \frac{g_i}{\lVert g \rVert} \Bigr)
 * \quad \text{where } \lVert g \rVert > c, \text{ else } u$$
 */
export function clipByNormGradient(upstream: NdArray, gradient: NdArray, maxNorm: number): { gradient: NdArray } {
  expectClipByNorm(gradient, maxNorm);
  expectSameShape('gradient', gradient, 'upstream', upstream);
  const norm = normOf(flat(gradient));
  const along = alongUnit(upstream, gradient, norm);
  return { gradient: clippedGradient(upstream, gradient, norm, maxNorm, along) };
}

/** @throws {TypeError | RangeError} As `clipByNorm` does. */
export function expectClipByNorm(gradient: NdArray, maxNorm: number): void {
  vectorLength('gradient', gradient);
  expectPositive('maxNorm', maxNorm);
}
