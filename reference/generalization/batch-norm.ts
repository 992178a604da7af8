import { expectSameShape, expectShape, flat, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectNotNegative } from '../optimizers/shared/optimizer-arguments.ts';
import { expectChoice, expectFinite, expectOptions } from '../options.ts';

export interface BatchNormOptions {
  /** `[m]`: the scale of each feature */
  gamma: NdArray;
  /** `[m]`: the offset of each feature */
  beta: NdArray;
  /** `[m]`: the moving mean */
  mean: NdArray;
  /** `[m]`: the moving variance, not negative */
  variance: NdArray;
  /** whether the moments of the batch are used, or the moving ones; default true */
  training?: boolean;
  /** the share of the moving moments that is kept, 0 to 1; default 0.99 */
  momentum?: number;
  /** default 1e-3 */
  epsilon?: number;
  /** true: epsilon is added to the variance; false: to its square root; default true */
  epsilonInside?: boolean;
}

export interface BatchNormResult {
  y: NdArray;
  /** the moving mean after this batch */
  mean: NdArray;
  /** the moving variance after this batch */
  variance: NdArray;
}

/**
 * Batch normalization of each feature.
 *
 * $$\mu_j = \frac{1}{B} \sum_{n=1}^{B} x_{nj}, \qquad v_j = \frac{1}{B} \sum_{n=1}^{B} (x_{nj} - \mu_j)^2, \qquad
 *   y_{nj} = \gamma_j \frac{x_{nj} - \mu_j}{\sqrt{v_j + \epsilon}} + \beta_j$$
 *
 * $$\bar\mu \leftarrow \rho \bar\mu + (1 - \rho) \mu, \qquad \bar v \leftarrow \rho \bar v + (1 - \rho) v$$
 *
 * - $x$ `x` `[B, m]`: one sample per row
 * - $\gamma$, $\beta$ `options.gamma`, `options.beta` `[m]`: scale and offset of each feature
 * - $\bar\mu$, $\bar v$ `options.mean`, `options.variance` `[m]`: the moving moments
 * - $\rho$ `momentum`, $\epsilon$ `epsilon`
 * - $y$ `[B, m]`, and the moving moments after this batch
 *
 * The variance is that of the population, divided by B. With `training: false` the moving moments are used instead of
 * those of the batch, and are returned unchanged. With `epsilonInside: false` the divisor is $\sqrt{v} + \epsilon$, as
 * in the notes. The first sample is subtracted before anything is summed, so that large offsets cost no digits of the
 * variance. A variance and an epsilon of 0 give 0/0, NaN.
 *
 * The defaults are those of Keras. PyTorch calls $1 - \rho$ the momentum, 0.1, has an epsilon of 1e-5, and moves $\bar v$ by
 * the variance divided by B - 1.
 *
 * @throws {TypeError} `x` or one of the vectors is not an ndarray, or the options are not an object.
 * @throws {RangeError} `x` is not a matrix or is empty, a vector has not one entry per column of `x`, a variance is
 * negative, or an option is out of its range or unknown.
 * @see Ioffe, Szegedy (2015), Batch Normalization: Accelerating Deep Network Training. Lecture 6.
 * @example batchNorm(matrix([[1], [5]]), { gamma: vector([3]), beta: vector([1]), mean: vector([0]), variance: vector([1]), momentum: 0.5, epsilon: 0 }) // { y: [[-2], [4]], mean: [1.5], variance: [2.5] }
 */
export function batchNorm(x: NdArray, options: BatchNormOptions): BatchNormResult {
  const { B, m, training, momentum, epsilon, epsilonInside } = batchNormArguments(x, options);
  const result = { y: tensor([B, m]), mean: tensor([m]), variance: tensor([m]) };
  for (let j = 0; j < m; j++) {
    const moving = { mean: options.mean.get(j), variance: options.variance.get(j) };
    const { centred, mean, variance } = training ? momentsOf(x, j) : centredBy(moving, x, j);
    const divisor = epsilonInside ? Math.sqrt(variance + epsilon) : Math.sqrt(variance) + epsilon;
    centred.forEach((c, n) => result.y.set(n, j, options.gamma.get(j) * (c / divisor) + options.beta.get(j)));
    const moved = (old: number, now: number): number => (training ? momentum * old + (1 - momentum) * now : old);
    result.mean.set(j, moved(moving.mean, mean));
    result.variance.set(j, moved(moving.variance, variance));
  }
  return result;
}

/**
 * The gradient of $\sum u_y y + u_\mu \bar\mu + u_v \bar v$ by the input and by each of the four vectors, with $u$ the
 * upstream gradients and $\bar\mu$, $\bar v$ the moments that are returned. With $s$ the divisor of a feature and
 * $c_n = x_n - \mu$:
 *
 * $$\frac{\partial}{\partial \gamma} = \sum_n u_{y,n} \frac{c_n}{s}, \qquad
 *   \frac{\partial}{\partial \beta} = \sum_n u_{y,n}, \qquad
 *   \delta_n = \frac{\gamma u_{y,n}}{s}, \qquad \delta_v = -\frac{\partial s}{\partial v} \sum_n \delta_n \frac{c_n}{s}$$
 *
 * In training, when $\mu$ and $v$ depend on the batch:
 *
 * $$\frac{\partial}{\partial x_n} = \delta_n - \frac{1}{B} \sum_k \delta_k + \frac{1 - \rho}{B} u_\mu
 *   + \frac{2 c_n}{B} \bigl( \delta_v + (1 - \rho) u_v \bigr), \qquad
 *   \frac{\partial}{\partial \bar\mu} = \rho u_\mu, \qquad \frac{\partial}{\partial \bar v} = \rho u_v$$
 *
 * At inference $\partial / \partial x_n = \delta_n$, $\partial / \partial \bar\mu = u_\mu - \sum_n \delta_n$ and
 * $\partial / \partial \bar v = u_v + \delta_v$. If the variance is 0, the slope of its square root is taken as 0.
 */
export function batchNormGradient(
  upstream: BatchNormResult,
  x: NdArray,
  options: BatchNormOptions,
): { x: NdArray; gamma: NdArray; beta: NdArray; mean: NdArray; variance: NdArray } {
  const { B, m, training, momentum, epsilon, epsilonInside } = batchNormArguments(x, options);
  expectSameShape('x', x, 'upstream.y', upstream.y);
  expectSameShape('options.mean', options.mean, 'upstream.mean', upstream.mean);
  expectSameShape('options.variance', options.variance, 'upstream.variance', upstream.variance);
  const [dx, gamma, beta] = [tensor([B, m]), tensor([m]), tensor([m])];
  const [dMean, dVariance] = [tensor([m]), tensor([m])];
  for (let j = 0; j < m; j++) {
    const moving = { mean: options.mean.get(j), variance: options.variance.get(j) };
    const { centred, variance } = training ? momentsOf(x, j) : centredBy(moving, x, j);
    const root = Math.sqrt(epsilonInside ? variance + epsilon : variance);
    const divisor = epsilonInside ? root : root + epsilon;
    const slope = root === 0 ? 0 : 1 / (2 * root);
    const u = centred.map((_, n) => upstream.y.get(n, j));
    const delta = u.map((un) => (options.gamma.get(j) * un) / divisor);
    const sum = (f: (c: number, n: number) => number): number => centred.reduce((total, c, n) => total + f(c, n), 0);
    gamma.set(
      j,
      sum((c, n) => (u[n] as number) * (c / divisor)),
    );
    beta.set(
      j,
      sum((_, n) => u[n] as number),
    );
    const bySum = sum((_, n) => delta[n] as number);
    const byVariance = -slope * sum((c, n) => (delta[n] as number) * (c / divisor));
    const [ofMean, ofVariance] = [upstream.mean.get(j), upstream.variance.get(j)];
    const given = 1 - momentum;
    centred.forEach((c, n) => {
      const throughMoments = (given * ofMean - bySum) / B + ((2 * c) / B) * (byVariance + given * ofVariance);
      dx.set(n, j, (delta[n] as number) + (training ? throughMoments : 0));
    });
    dMean.set(j, training ? momentum * ofMean : ofMean - bySum);
    dVariance.set(j, training ? momentum * ofVariance : ofVariance + byVariance);
  }
  return { x: dx, gamma, beta, mean: dMean, variance: dVariance };
}

/** The sizes of a legal argument list, and the options with their defaults. */
export function batchNormArguments(
  x: NdArray,
  options: BatchNormOptions,
): { B: number; m: number; training: boolean; momentum: number; epsilon: number; epsilonInside: boolean } {
  const vectors = ['gamma', 'beta', 'mean', 'variance'] as const;
  expectOptions(options, [...vectors, 'training', 'momentum', 'epsilon', 'epsilonInside']);
  const [B, m] = matrixShape('x', x);
  for (const name of vectors) expectShape(`options.${name}`, options[name], [m], 'one entry per column of x');
  const negative = flat(options.variance).find((v) => v < 0);
  if (negative !== undefined) throw new RangeError(`options.variance: expected no negative entries, got ${negative}`);
  const { training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true } = options;
  expectChoice('options.training', training, [true, false]);
  expectChoice('options.epsilonInside', epsilonInside, [true, false]);
  expectNotNegative('options.epsilon', epsilon);
  expectFinite('options.momentum', momentum);
  if (momentum < 0 || momentum > 1) {
    throw new RangeError(`options.momentum: expected a number of 0 to 1, got ${momentum}`);
  }
  return { B, m, training, momentum, epsilon, epsilonInside };
}

interface Moments {
  mean: number;
  variance: number;
}

/** The moments of a feature over the batch, and the difference of each sample from the mean. */
function momentsOf(x: NdArray, j: number): Moments & { centred: number[] } {
  const B = x.shape[0] as number;
  const first = x.get(0, j);
  const shifted = Array.from({ length: B }, (_, n) => x.get(n, j) - first);
  const shift = shifted.reduce((sum, d) => sum + d, 0) / B;
  const centred = shifted.map((d) => d - shift);
  const variance = centred.reduce((sum, c) => sum + c * c, 0) / B;
  return { centred, mean: first + shift, variance };
}

function centredBy({ mean, variance }: Moments, x: NdArray, j: number): Moments & { centred: number[] } {
  const centred = Array.from({ length: x.shape[0] as number }, (_, n) => x.get(n, j) - mean);
  return { centred, mean, variance };
}
