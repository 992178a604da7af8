import { expectShape, type NdArray, sequenceShape, tensor, zip } from '../ndarray.ts';
import { type LstmState, lstmCell, lstmCellGradient } from './lstm-cell.ts';
import { addedWeights, type LstmOptions, type LstmWeights, lstmUnits } from './shared/lstm-weights.ts';
import { sequenceOf, stepOf } from './shared/steps.ts';

/**
 * A long short-term memory applied to a sequence: the hidden states of all steps.
 *
 * $$(h_t, c_t) = \mathrm{lstmCell}(x_t, (h_{t-1}, c_{t-1})), \qquad h_0 = c_0 = 0$$
 *
 * - $x$ `x` `[B, T, features]`: a sequence of T inputs for each of B samples
 * - `weights`: of `forget`, `input`, `candidate` and `output` each `w` `[units + features, units]` and `b` `[units]`,
 *   the same at each step
 * - $h$ `[B, T, units]`
 *
 * Options and forms of the weights are those of `lstmCell`.
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, or an option is unknown.
 * @see Hochreiter, Schmidhuber (1997), Long short-term memory; Gers et al. (2000), Learning to forget. Lecture 7.
 * @example
 * const gate = { w: matrix([[0], [0]]), b: vector([0]) };
 * const candidate = { w: matrix([[0], [1]]), b: vector([0]) };
 * lstm(tensor([1, 2, 1], [1, 2]), { forget: gate, input: gate, candidate, output: gate }) // [[[0.18169974219452625], [0.2932822350991013]]]
 */
export function lstm(x: NdArray, weights: LstmWeights, options: LstmOptions = {}): NdArray {
  return sequenceOf(statesOf(x, weights, options).map((state) => state.h));
}

/**
 * The gradient of $\sum_t u_t h_t$ by the sequence and the weights, with $u$ the upstream gradient: backpropagation
 * through time. From the last step to the first, with $\delta$ what the step after has passed back:
 *
 * $$(\delta x_t, \delta h_{t-1}, \delta c_{t-1}, \delta W_t)
 *   = \mathrm{lstmCellGradient}\bigl( (u_t + \delta h_t, \delta c_t) \bigr), \qquad
 *   \frac{\partial}{\partial W} = \sum_t \delta W_t$$
 */
export function lstmGradient(
  upstream: NdArray,
  x: NdArray,
  weights: LstmWeights,
  options: LstmOptions = {},
): { x: NdArray; weights: LstmWeights } {
  const [B, T, units] = lstmSizes(x, weights, options);
  expectShape('upstream', upstream, [B, T, units], 'that of the result');
  const states = [rest(B, units), ...statesOf(x, weights, options)];
  const steps: { x: NdArray; weights: LstmWeights }[] = [];
  let back = rest(B, units);
  for (let t = T - 1; t >= 0; t--) {
    const arriving = { h: zip(stepOf(upstream, t), back.h, (u, delta) => u + delta), c: back.c };
    const step = lstmCellGradient(arriving, stepOf(x, t), states[t] as LstmState, weights, options);
    back = step.state;
    steps.unshift(step);
  }
  return {
    x: sequenceOf(steps.map((step) => step.x)),
    weights: steps.map((step) => step.weights).reduce(addedWeights),
  };
}

/** The numbers of samples, steps and units, after the arguments have been checked. */
export function lstmSizes(
  x: NdArray,
  weights: LstmWeights,
  options: LstmOptions,
): [B: number, T: number, units: number] {
  const [B, T, features] = sequenceShape('x', x);
  return [B, T, lstmUnits(features, weights, options)];
}

/** The state after each step. */
function statesOf(x: NdArray, weights: LstmWeights, options: LstmOptions): LstmState[] {
  const [B, T, units] = lstmSizes(x, weights, options);
  let state = rest(B, units);
  return Array.from({ length: T }, (_, t) => {
    state = lstmCell(stepOf(x, t), state, weights, options);
    return state;
  });
}

function rest(B: number, units: number): LstmState {
  return { h: tensor([B, units]), c: tensor([B, units]) };
}
