import { described, expectShape, flat, map, matrixShape, type NdArray, tensor, vector } from '../ndarray.ts';

export interface Quantized {
  /** `[N]` */
  indices: NdArray;
  /** `[N, D]` */
  quantized: NdArray;
}

/**
 * Vector quantization: each row becomes the code of the codebook that is nearest to it.
 *
 * $$i_n = \arg\min_k \sum_{d=1}^{D} (x_{nd} - e_{kd})^2, \qquad q_n = e_{i_n}$$
 *
 * - $x$ `x` `[N, D]`: what an encoder gives, finite
 * - $e$ `codebook` `[K, D]`: finite
 * - $i$ `indices` `[N]`: of 0 to K - 1; of codes that are equally near, the first
 * - $q$ `quantized` `[N, D]`: rows of the codebook, to the bit
 *
 * @throws {TypeError} `x` or `codebook` is not an ndarray.
 * @throws {RangeError} One of them is not a matrix, is empty or has an entry that is not finite, or the codes have not as
 * many entries as the rows of `x`.
 * @see van den Oord, Vinyals, Kavukcuoglu (2017), Neural Discrete Representation Learning, section 3.1. Lecture 8.
 * @example vectorQuantize(matrix([[1], [3]]), matrix([[4], [2], [0]])) // { indices: [1, 0], quantized: [[2], [4]] }
 */
export function vectorQuantize(x: NdArray, codebook: NdArray): Quantized {
  const { N, K, D } = expectCodebook(x, codebook);
  const [rows, codes] = [flat(x), flat(codebook)];
  const nearest = Array.from({ length: N }, (_, n) => {
    let [index, least] = [0, Infinity];
    // Equivalent mutants: one more k (its distance is NaN, which is less than none)
    for (let k = 0; k < K; k++) {
      let distance = 0;
      for (let d = 0; d < D; d++) {
        const apart = (rows[n * D + d] as number) - (codes[k * D + d] as number);
        distance += apart * apart;
      }
      if (distance < least) [index, least] = [k, distance];
    }
    return index;
  });
  // Equivalent mutant: `1 * (1 + 1e-6)` (`subarray` takes whole places)
  const quantized = nearest.flatMap((k) => [...codes.subarray(k * D, (k + 1) * D)]);
  return { indices: vector(nearest), quantized: tensor([N, D], quantized) };
}

/**
 * The straight-through gradient of $\sum u_{nd} q_{nd}$ by $x$, with $u$ the upstream gradient. A step of the index has no
 * slope, so the quantization is taken for the identity on the way back: $q = x + \operatorname{sg}(e_i - x)$, where sg
 * has no gradient. The codebook gets none on this way.
 *
 * $$\frac{\partial}{\partial x_{nd}} = u_{nd}$$
 */
export function vectorQuantizeGradient(upstream: Quantized, x: NdArray, codebook: NdArray): { x: NdArray } {
  const { N, D } = expectCodebook(x, codebook);
  expectShape('upstream.indices', upstream.indices, [N], 'one for each row of x');
  expectShape('upstream.quantized', upstream.quantized, [N, D], 'that of x');
  return { x: map(upstream.quantized, (u) => u) };
}

/** The sizes of both, after they have been checked. */
export function expectCodebook(x: NdArray, codebook: NdArray): { N: number; K: number; D: number } {
  const [N, D] = matrixShape('x', x);
  const [K] = matrixShape('codebook', codebook);
  expectShape('codebook', codebook, [K, D], 'as many columns as x');
  for (const [name, array] of Object.entries({ x, codebook })) {
    const strange = flat(array).find((value) => !Number.isFinite(value));
    if (strange !== undefined) throw new RangeError(`${name}: expected finite numbers, got ${described(strange)}`);
  }
  return { N, K, D };
}
