import { expectSameShape, type NdArray, vectorLength, zip } from '../ndarray.ts';
import { expectOptions } from '../options.ts';
import { expectNotNegative } from './shared/optimizer-arguments.ts';

export interface SgdOptions {
  /** default 0.01 */
  learningRate?: number;
}

/**
 * One step of stochastic gradient descent.
 *
 * $$\theta \leftarrow \theta - \eta g$$
 *
 * - $\theta$ `theta` `[n]`: the parameters
 * - $g$ `gradient` `[n]`: the gradient of the loss of a sample or a batch
 * - $\eta$ `learningRate`
 *
 * The stochastic part is the choice of the batch that the gradient comes from; the step itself draws nothing.
 *
 * Error at most $\gamma_2 (|\theta| + |\eta g|)$, as a term passes a product and a difference:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `theta` or `gradient` is not an ndarray.
 * @throws {RangeError} `theta` is not a vector, is empty, `gradient` has another length, the rate is negative or not
 * finite, or an option is unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 8.3.1. Lecture 4.
 * @example sgd(vector([1, 2]), vector([4, -8]), { learningRate: 0.25 }) // [0, 4]
 */
export function sgd(theta: NdArray, gradient: NdArray, options: SgdOptions = {}): NdArray {
  const learningRate = sgdRate(theta, gradient, options);
  return zip(theta, gradient, (x, g) => x - learningRate * g);
}

/** The learning rate, after all arguments have been checked. */
export function sgdRate(theta: NdArray, gradient: NdArray, options: SgdOptions): number {
  expectOptions(options, ['learningRate']);
  const { learningRate = 0.01 } = options;
  expectNotNegative('options.learningRate', learningRate);
  vectorLength('theta', theta);
  expectSameShape('theta', theta, 'gradient', gradient);
  return learningRate;
}
