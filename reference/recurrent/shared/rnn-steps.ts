import { type NdArray, zip } from '../../ndarray.ts';
import { rnnCell, rnnCellGradient } from '../rnn-cell.ts';
import { addedRnnWeights, type RnnWeights } from './rnn-weights.ts';

/** The states after each of the steps, the first of which begins with the state `h`. */
export function rnnStates(h: NdArray, inputs: readonly NdArray[], weights: RnnWeights): NdArray[] {
  let state = h;
  return inputs.map((x) => {
    state = rnnCell(x, state, weights);
    return state;
  });
}

/**
 * The gradient of $\sum_t u_t h_t$ by the inputs, the weights and the state before the first step, with `upstream` $u$
 * and the state `before` each step: from the last step to the first.
 */
export function backThroughSteps(
  upstream: readonly NdArray[],
  inputs: readonly NdArray[],
  before: readonly NdArray[],
  weights: RnnWeights,
): { inputs: NdArray[]; weights: RnnWeights; h: NdArray } {
  const steps: { x: NdArray; h: NdArray; weights: RnnWeights }[] = [];
  for (let t = inputs.length - 1; t >= 0; t--) {
    const own = upstream[t] as NdArray;
    const after = steps[0];
    const arriving = after === undefined ? own : zip(own, after.h, (u, delta) => u + delta);
    steps.unshift(rnnCellGradient(arriving, inputs[t] as NdArray, before[t] as NdArray, weights));
  }
  return {
    inputs: steps.map((step) => step.x),
    weights: steps.map((step) => step.weights).reduce(addedRnnWeights),
    h: (steps[0] as { h: NdArray }).h,
  };
}
