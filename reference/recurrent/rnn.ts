import { expectShape, type NdArray, sequenceShape, tensor } from '../ndarray.ts';
import { backThroughSteps, rnnStates } from './shared/rnn-steps.ts';
import { type RnnWeights, rnnUnits } from './shared/rnn-weights.ts';
import { sequenceOf, stepsOf } from './shared/steps.ts';

/**
 * A recurrent layer applied to a sequence: the states of all steps.
 *
 * $$h_t = \tanh(x_t W_x + h_{t-1} W_h + b), \qquad h_0 = 0$$
 *
 * - $x$ `x` `[B, T, features]`: a sequence of T inputs for each of B samples
 * - $W_x$, $W_h$, $b$ `weights`: `wx` `[features, units]`, `wh` `[units, units]` and `b` `[units]`, the same at each step
 * - $h$ `[B, T, units]`
 *
 * @throws {TypeError} `weights` is not a record, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, or an array is empty.
 * @see Elman (1990), Finding structure in time. Lecture 7.
 * @example rnn(tensor([1, 2, 1], [1, 2]), { wx: matrix([[0]]), wh: matrix([[3]]), b: vector([0]) }) // [[[0], [0]]]
 */
export function rnn(x: NdArray, weights: RnnWeights): NdArray {
  const [B, , units] = rnnSizes(x, weights);
  return sequenceOf(rnnStates(tensor([B, units]), stepsOf(x), weights));
}

/**
 * The gradient of $\sum_t u_t h_t$ by the sequence and the weights, with $u$ the upstream gradient: backpropagation
 * through time. From the last step to the first, with $\delta h$ what the step after has passed back:
 *
 * $$(\delta x_t, \delta h_{t-1}, \delta W_t) = \mathrm{rnnCellGradient}(u_t + \delta h_t), \qquad
 *   \frac{\partial}{\partial W} = \sum_t \delta W_t$$
 */
export function rnnGradient(upstream: NdArray, x: NdArray, weights: RnnWeights): { x: NdArray; weights: RnnWeights } {
  const [B, T, units] = rnnSizes(x, weights);
  expectShape('upstream', upstream, [B, T, units], 'that of the result');
  const rest = tensor([B, units]);
  const inputs = stepsOf(x);
  const before = [rest, ...rnnStates(rest, inputs, weights)];
  const back = backThroughSteps(stepsOf(upstream), inputs, before, weights);
  return { x: sequenceOf(back.inputs), weights: back.weights };
}

/** The numbers of samples, steps and units, after the arguments have been checked. */
export function rnnSizes(x: NdArray, weights: RnnWeights): [B: number, T: number, units: number] {
  const [B, T, features] = sequenceShape('x', x);
  return [B, T, rnnUnits(features, weights)];
}
