import { expectShape, type NdArray, zip } from '../ndarray.ts';
import { rnn, rnnGradient, rnnSizes } from './rnn.ts';
import type { RnnWeights } from './shared/rnn-weights.ts';

/**
 * Backpropagation through time: the gradient of the loss of a recurrent layer by its weights.
 *
 * $$L = \frac{1}{2B} \sum_{n,t,j} (h_{ntj} - t_{ntj})^2, \qquad
 *   \delta_t = \Bigl( \frac{h_t - t_t}{B} + \delta_{t+1} W_h^T \Bigr) \odot (1 - h_t^2)$$
 *
 * $$\frac{\partial L}{\partial W_x} = \sum_t x_t^T \delta_t, \quad
 *   \frac{\partial L}{\partial W_h} = \sum_t h_{t-1}^T \delta_t, \quad
 *   \frac{\partial L}{\partial b} = \sum_{t,n} \delta_{t,n}$$
 *
 * - $x$ `x` `[B, T, features]`: a sequence of T inputs for each of B samples
 * - $t$ `t` `[B, T, units]`: the target of each state
 * - $W_x$, $W_h$, $b$ `weights`: `wx` `[features, units]`, `wh` `[units, units]` and `b` `[units]`
 * - $h$: the states that `rnn` computes
 * - the result has the form of `weights`
 *
 * The loss is summed over steps and units, and averaged over the batch.
 *
 * @throws {TypeError} `weights` is not a record, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, or an array is empty.
 * @see Werbos (1990), Backpropagation through time: what it does and how to do it. Lecture 7.
 * @example bptt(tensor([1, 1, 1], [3]), tensor([1, 1, 1], [2]), { wx: matrix([[0]]), wh: matrix([[1]]), b: vector([0]) }) // { wx: [[-6]], wh: [[0]], b: [-2] }
 */
export function bptt(x: NdArray, t: NdArray, weights: RnnWeights): RnnWeights {
  const [B] = expectBpttArguments(x, t, weights);
  const byState = zip(rnn(x, weights), t, (h, target) => (h - target) / B);
  return rnnGradient(byState, x, weights).weights;
}

/** The numbers of samples, steps and units, after the arguments have been checked. */
export function expectBpttArguments(
  x: NdArray,
  t: NdArray,
  weights: RnnWeights,
): [B: number, T: number, units: number] {
  const sizes = rnnSizes(x, weights);
  expectShape('t', t, sizes, 'a target per state: samples, steps, units');
  return sizes;
}
