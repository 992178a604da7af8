import { vector } from '../../../reference/ndarray.ts';
import { type AdamState, adam } from '../../../reference/optimizers/adam.ts';
import { flatWeights, restoredWeights } from './flat-weights.ts';
import type { Model } from './model.ts';

/** The loss before each step, and the state of Adam before the first step and after each. */
export interface Training {
  losses: number[];
  states: AdamState[];
}

/** A model trained by the reference. */
export function trainedByHand(model: Model): Training {
  const losses: number[] = [];
  const states = [firstState(model)];
  for (let step = 0; step < model.steps; step++) {
    const state = states.at(-1) as AdamState;
    const { loss, gradient } = model.byHand(restoredWeights(model.weights, state.theta), step);
    losses.push(loss);
    states.push(adam(state, flatWeights(gradient), model.adam));
  }
  return { losses, states };
}

/** No step made yet. */
export function firstState({ weights }: Model): AdamState {
  const theta = flatWeights(weights);
  return { theta, m: vector(new Float64Array(theta.size)), v: vector(new Float64Array(theta.size)), t: 0 };
}
