import { expectSameShape, expectShape, flat, map, matrixShape, type NdArray, tensor, zip } from '../ndarray.ts';

/**
 * The forward process of a diffusion model in one step: samples that are noisy as after t steps.
 *
 * $$x_{t,nd} = \sqrt{\bar\alpha_n}\, x_{nd} + \sqrt{1 - \bar\alpha_n}\, \epsilon_{nd}$$
 *
 * - $x$ `x` `[N, D]`: samples without noise, one per row
 * - $\epsilon$ `noise` `[N, D]`: standard normal
 * - $\bar\alpha$ `alphaBar` `[N]`: that of the step of each row, from 0, nothing but noise, to 1, no noise
 * - $x_t$ `[N, D]`
 *
 * Error at most $\gamma_4 (\sqrt{\bar\alpha}\, |x| + \sqrt{1 - \bar\alpha}\, |\epsilon|)$, as a root, a product and a sum: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} An argument is not an ndarray.
 * @throws {RangeError} `x` is not a matrix or is empty, `noise` has another shape, `alphaBar` has not one entry for each row of `x`, or
 * an entry is outside of 0 to 1.
 * @see Ho, Jain, Abbeel (2020), Denoising Diffusion Probabilistic Models, section 2, equation 4. Lecture 9.
 * @example diffusionForward(matrix([[4, 8]]), matrix([[1, -1]]), vector([0.25])) // [[2.8660254037844384, 3.1339745962155616]]
 */
export function diffusionForward(x: NdArray, noise: NdArray, alphaBar: NdArray): NdArray {
  expectDiffusionForward(x, noise, alphaBar);
  const signal = weighted(alphaBar, Math.sqrt, x);
  return zip(signal, weighted(alphaBar, restRoot, noise), (a, b) => a + b);
}

/**
 * The gradient of $\sum u\, x_t$ by all three arrays, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial x_{nd}} = \sqrt{\bar\alpha_n}\, u_{nd}, \qquad
 *   \frac{\partial}{\partial \epsilon_{nd}} = \sqrt{1 - \bar\alpha_n}\, u_{nd}, \qquad
 *   \frac{\partial}{\partial \bar\alpha_n} = \frac{1}{2} \sum_{d=1}^{D} u_{nd}
 *     \Bigl( \frac{x_{nd}}{\sqrt{\bar\alpha_n}} - \frac{\epsilon_{nd}}{\sqrt{1 - \bar\alpha_n}} \Bigr)$$
 *
 * If a root is 0, which is so at both ends of the range, its slope counts as 0.
 */
export function diffusionForwardGradient(
  upstream: NdArray,
  x: NdArray,
  noise: NdArray,
  alphaBar: NdArray,
): { x: NdArray; noise: NdArray; alphaBar: NdArray } {
  expectDiffusionForward(x, noise, alphaBar);
  expectSameShape('x', x, 'upstream', upstream);
  const ofSignal = rowSums(zip(upstream, x, (u, xi) => u * xi));
  const ofNoise = rowSums(zip(upstream, noise, (u, e) => u * e));
  const slopes = flat(alphaBar).map(
    (a, n) => (over(ofSignal[n] as number, Math.sqrt(a)) - over(ofNoise[n] as number, restRoot(a))) / 2,
  );
  return {
    x: weighted(alphaBar, Math.sqrt, upstream),
    noise: weighted(alphaBar, restRoot, upstream),
    alphaBar: tensor(alphaBar.shape, slopes),
  };
}

/** @throws {TypeError | RangeError} The arguments are not what diffusionForward takes. */
export function expectDiffusionForward(x: NdArray, noise: NdArray, alphaBar: NdArray): void {
  const [N] = matrixShape('x', x);
  expectSameShape('x', x, 'noise', noise);
  expectShape('alphaBar', alphaBar, [N], 'one entry for each row of x');
  const beyond = flat(alphaBar).find((a) => !(a >= 0 && a <= 1));
  if (beyond !== undefined) throw new RangeError(`alphaBar: expected numbers of 0..1, got ${beyond}`);
}

/** The root of what is left to the noise. */
function restRoot(alphaBar: number): number {
  return Math.sqrt(1 - alphaBar);
}

/** Each row of a matrix times its own weight. */
function weighted(alphaBar: NdArray, weightOf: (alphaBar: number) => number, rows: NdArray): NdArray {
  const D = rows.shape[1] as number;
  const weights = flat(map(alphaBar, weightOf));
  return tensor(
    rows.shape,
    flat(rows).map((value, i) => (weights[Math.floor(i / D)] as number) * value),
  );
}

function rowSums(rows: NdArray): Float64Array {
  const [N, D] = rows.shape as [number, number];
  const sums = new Float64Array(N);
  for (const [i, value] of flat(rows).entries()) sums[Math.floor(i / D)] = (sums[Math.floor(i / D)] as number) + value;
  return sums;
}

/** A quotient, or 0 over a root of 0. */
function over(x: number, root: number): number {
  return root === 0 ? 0 : x / root;
}
