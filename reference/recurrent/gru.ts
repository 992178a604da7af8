import { expectShape, type NdArray, sequenceShape, tensor, zip } from '../ndarray.ts';
import { gruCell, gruCellGradient } from './gru-cell.ts';
import { addedGruWeights, type GruOptions, type GruWeights, gruUnits } from './shared/gru-weights.ts';
import { sequenceOf, stepsOf } from './shared/steps.ts';

/**
 * A gated recurrent unit applied to a sequence: the states of all steps.
 *
 * $$h_t = \mathrm{gruCell}(x_t, h_{t-1}), \qquad h_0 = 0$$
 *
 * - $x$ `x` `[B, T, features]`: a sequence of T inputs for each of B samples
 * - `weights`: of `update`, `reset` and `candidate` each `w` `[units + features, units]` and `b` `[units]`, the same at
 *   each step
 * - `resetAfter`: whether the reset gate comes after the product of the state with the candidate's weights
 * - $h$ `[B, T, units]`
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, or an option is unknown.
 * @see Cho et al. (2014), Learning phrase representations using RNN encoder-decoder. Lecture 7.
 * @example gru(tensor([1, 2, 1], [1, 2]), { update: { w: matrix([[0], [0]]), b: vector([0]) }, reset: { w: matrix([[0], [0]]), b: vector([0]) }, candidate: { w: matrix([[0], [0]]), b: vector([0]) } }) // [[[0], [0]]]
 */
export function gru(x: NdArray, weights: GruWeights, options: GruOptions = {}): NdArray {
  return sequenceOf(statesOf(x, weights, options));
}

/**
 * The gradient of $\sum_t u_t h_t$ by the sequence and the weights, with $u$ the upstream gradient: backpropagation
 * through time. From the last step to the first, with $\delta h$ what the step after has passed back:
 *
 * $$(\delta x_t, \delta h_{t-1}, \delta W_t) = \mathrm{gruCellGradient}(u_t + \delta h_t), \qquad
 *   \frac{\partial}{\partial W} = \sum_t \delta W_t$$
 */
export function gruGradient(
  upstream: NdArray,
  x: NdArray,
  weights: GruWeights,
  options: GruOptions = {},
): { x: NdArray; weights: GruWeights } {
  const [B, T, units] = gruSizes(x, weights, options);
  expectShape('upstream', upstream, [B, T, units], 'that of the result');
  const before = [tensor([B, units]), ...statesOf(x, weights, options)];
  const [inputs, own] = [stepsOf(x), stepsOf(upstream)];
  const steps: { x: NdArray; weights: GruWeights }[] = [];
  let back = tensor([B, units]);
  for (let t = T - 1; t >= 0; t--) {
    const arriving = zip(own[t] as NdArray, back, (u, delta) => u + delta);
    const step = gruCellGradient(arriving, inputs[t] as NdArray, before[t] as NdArray, weights, options);
    back = step.h;
    steps.unshift(step);
  }
  return {
    x: sequenceOf(steps.map((step) => step.x)),
    weights: steps.map((step) => step.weights).reduce(addedGruWeights),
  };
}

/** The numbers of samples, steps and units, after the arguments have been checked. */
export function gruSizes(x: NdArray, weights: GruWeights, options: GruOptions): [B: number, T: number, units: number] {
  const [B, T, features] = sequenceShape('x', x);
  return [B, T, gruUnits(features, weights, options)];
}

/** The state after each step. */
function statesOf(x: NdArray, weights: GruWeights, options: GruOptions): NdArray[] {
  const [B, , units] = gruSizes(x, weights, options);
  let h = tensor([B, units]);
  return stepsOf(x).map((step) => {
    h = gruCell(step, h, weights, options);
    return h;
  });
}
