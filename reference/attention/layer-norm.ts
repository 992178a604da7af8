import { expectSameShape, expectShape, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectNotNegative } from '../optimizers/shared/optimizer-arguments.ts';
import { expectOptions } from '../options.ts';

export interface LayerNormOptions {
  /** what is added to the variance under the root, not negative; default 1e-3 */
  epsilon?: number;
}

/**
 * Layer normalization: each row by the moments of its own features.
 *
 * $$\mu_n = \frac{1}{m} \sum_{j=1}^{m} x_{nj}, \qquad v_n = \frac{1}{m} \sum_{j=1}^{m} (x_{nj} - \mu_n)^2, \qquad
 *   y_{nj} = \gamma_j \frac{x_{nj} - \mu_n}{\sqrt{v_n + \epsilon}} + \beta_j$$
 *
 * - $x$ `x` `[N, m]`: one sample, or one position of a sequence, per row
 * - $\gamma$, $\beta$ `gamma`, `beta` `[m]`: scale and offset of each feature
 * - $\epsilon$ `epsilon`
 * - $y$ `[N, m]`
 *
 * The variance is that of the population, divided by m, and $\epsilon$ is inside the root, as in Keras; PyTorch has the
 * same form with 1e-5. Training and inference are alike, since a row needs no other. The first feature is subtracted
 * before anything is summed, so that large offsets cost no digits of the variance. One feature alone gives beta, and a
 * constant row too, except that an epsilon of 0 then gives 0/0, NaN.
 *
 * @throws {TypeError} `x`, `gamma` or `beta` is not an ndarray, or the options are not an object.
 * @throws {RangeError} `x` is not a matrix or is empty, `gamma` or `beta` has not one entry per column of `x`, `epsilon` is
 * negative or not finite, or an option is unknown.
 * @see Ba, Kiros, Hinton (2016), Layer Normalization, section 3. Lecture 11.
 * @example layerNorm(matrix([[1, 5]]), vector([3, 1]), vector([1, 0]), { epsilon: 0 }) // [[-2, 1]]
 */
export function layerNorm(x: NdArray, gamma: NdArray, beta: NdArray, options: LayerNormOptions = {}): NdArray {
  const { N, m, epsilon } = expectLayerNorm(x, gamma, beta, options);
  const y = tensor([N, m]);
  // Equivalent mutants: one more n (what it writes beyond the end is ignored)
  for (let n = 0; n < N; n++) {
    normalizedRow(x, n, epsilon).unit.forEach((z, j) => y.set(n, j, gamma.get(j) * z + beta.get(j)));
  }
  return y;
}

/**
 * The gradient of $\sum_{nj} u_{nj} y_{nj}$ by the input, the scale and the offset, with $u$ the upstream gradient,
 * $s_n = \sqrt{v_n + \epsilon}$ and $z_{nj} = (x_{nj} - \mu_n) / s_n$:
 *
 * $$\frac{\partial}{\partial \gamma_j} = \sum_n u_{nj} z_{nj}, \qquad
 *   \frac{\partial}{\partial \beta_j} = \sum_n u_{nj}, \qquad
 *   \frac{\partial}{\partial x_{nj}} = \frac{1}{s_n} \Bigl( \gamma_j u_{nj} - \frac{1}{m} \sum_k \gamma_k u_{nk}
 *     - \frac{z_{nj}}{m} \sum_k \gamma_k u_{nk} z_{nk} \Bigr)$$
 *
 * Mean and variance depend on every feature of the row: the two sums are what comes back through them.
 */
export function layerNormGradient(
  upstream: NdArray,
  x: NdArray,
  gamma: NdArray,
  beta: NdArray,
  options: LayerNormOptions = {},
): { x: NdArray; gamma: NdArray; beta: NdArray } {
  const { N, m, epsilon } = expectLayerNorm(x, gamma, beta, options);
  expectSameShape('x', x, 'upstream', upstream);
  const gradient = { x: tensor([N, m]), gamma: tensor([m]), beta: tensor([m]) };
  for (let n = 0; n < N; n++) {
    const { unit, divisor } = normalizedRow(x, n, epsilon);
    const scaled = unit.map((_, j) => gamma.get(j) * upstream.get(n, j));
    const throughMean = mean(scaled);
    const throughVariance = mean(scaled.map((g, j) => g * (unit[j] as number)));
    unit.forEach((z, j) => {
      const u = upstream.get(n, j);
      gradient.x.set(n, j, ((scaled[j] as number) - throughMean - z * throughVariance) / divisor);
      gradient.gamma.set(j, gradient.gamma.get(j) + u * z);
      gradient.beta.set(j, gradient.beta.get(j) + u);
    });
  }
  return gradient;
}

/** The sizes of a legal argument list, and the options with their defaults. */
export function expectLayerNorm(
  x: NdArray,
  gamma: NdArray,
  beta: NdArray,
  options: LayerNormOptions = {},
): { N: number; m: number; epsilon: number } {
  const [N, m] = matrixShape('x', x);
  expectShape('gamma', gamma, [m], 'one entry per column of x');
  expectShape('beta', beta, [m], 'one entry per column of x');
  expectOptions(options, ['epsilon']);
  const { epsilon = 1e-3 } = options;
  expectNotNegative('options.epsilon', epsilon);
  return { N, m, epsilon };
}

/** A row less its mean, divided by the root of its variance and epsilon; and that root. */
function normalizedRow(x: NdArray, n: number, epsilon: number): { unit: number[]; divisor: number } {
  const first = x.get(n, 0);
  const shifted = Array.from({ length: x.shape[1] as number }, (_, j) => x.get(n, j) - first);
  const shift = mean(shifted);
  const centred = shifted.map((d) => d - shift);
  const divisor = Math.sqrt(mean(centred.map((c) => c * c)) + epsilon);
  return { unit: centred.map((c) => c / divisor), divisor };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}
