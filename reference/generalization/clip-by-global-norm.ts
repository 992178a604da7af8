import { expectSameShape, flat, type NdArray, vectorLength } from '../ndarray.ts';
import { expectList } from '../options.ts';
import { alongUnit, clipped, clippedGradient, type Norm, normOf } from './shared/norm.ts';
import { expectPositive } from './shared/positive.ts';

/**
 * Gradient clipping by global norm: the gradients of all layers are scaled by one factor, so that together they are not longer than
 * `maxNorm`.
 *
 * $$y^{(l)} = \begin{cases} g^{(l)} & N \le c \\ c \, g^{(l)} / N & \text{otherwise} \end{cases}, \qquad
 * N = \sqrt{\sum_l \sum_i \bigl( g_i^{(l)} \bigr)^2}$$
 *
 * - $g^{(l)}$ `gradients`: vectors of any lengths, at least one
 * - $c$ `maxNorm`: above 0
 * - $y^{(l)}$ vectors of the same lengths
 *
 * Gradients of zeros stay. Every entry is divided by the largest before it is squared, so entries of any size neither overflow nor
 * vanish.
 *
 * @throws {TypeError} `gradients` is not a list, or one of them is not an ndarray.
 * @throws {RangeError} There is no gradient, one is not a vector or is empty, or `maxNorm` is not a finite number above 0.
 * @see Pascanu, Mikolov, Bengio (2013), On the difficulty of training recurrent neural networks, algorithm 1. Lecture 6.
 * @example clipByGlobalNorm([vector([3]), vector([0, -4])], 2.5) // [[1.5], [0, -2]]
 */
export function clipByGlobalNorm(gradients: readonly NdArray[], maxNorm: number): NdArray[] {
  expectClipByGlobalNorm(gradients, maxNorm);
  const norm = globalNorm(gradients);
  return gradients.map((g) => clipped(g, norm, maxNorm));
}

/**
 * The gradient of $\sum_l \sum u^{(l)} y^{(l)}$ by the entries, with $u$ the upstream gradients. At a norm of exactly $c$, a kink, it
 * is $u$.
 *
 * $$\frac{\partial}{\partial g^{(l)}} = \frac{c}{N} \Bigl( u^{(l)} - \frac{g^{(l)}}{N} \sum_k \sum_i u_i^{(k)} \frac{g_i^{(k)}}{N} \Bigr)
 * \quad \text{where } N > c, \text{ else } u^{(l)}$$
 */
export function clipByGlobalNormGradient(
  upstream: readonly NdArray[],
  gradients: readonly NdArray[],
  maxNorm: number,
): { gradients: NdArray[] } {
  expectClipByGlobalNorm(gradients, maxNorm);
  const norm = globalNorm(gradients);
  const pairs = gradients.map((g, l): [u: NdArray, g: NdArray] => {
    const u = upstream[l] as NdArray;
    expectSameShape(`gradients[${l}]`, g, `upstream[${l}]`, u);
    return [u, g];
  });
  const along = pairs.reduce((total, [u, g]) => total + alongUnit(u, g, norm), 0);
  return { gradients: pairs.map(([u, g]) => clippedGradient(u, g, norm, maxNorm, along)) };
}

/** @throws {TypeError | RangeError} As `clipByGlobalNorm` does. */
export function expectClipByGlobalNorm(gradients: readonly NdArray[], maxNorm: number): void {
  expectList('gradients', gradients);
  if (gradients.length === 0) throw new RangeError('gradients: expected at least one gradient, got an empty list');
  gradients.forEach((g, l) => vectorLength(`gradients[${l}]`, g));
  expectPositive('maxNorm', maxNorm);
}

function globalNorm(gradients: readonly NdArray[]): Norm {
  return normOf(Float64Array.from(gradients.flatMap((g) => [...flat(g)])));
}
