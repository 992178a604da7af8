import { autodiff, onDevice, upload } from '../../../accelerated/device.ts';
import { adam } from '../../../accelerated/optimizers/adam.ts';
import type * as tf from '../../../accelerated/tf.ts';
import type { AdamState } from '../../../reference/optimizers/adam.ts';
import { flatWeights, restoredWeights } from './flat-weights.ts';
import type { Model, Weights } from './model.ts';
import { firstState, type Training } from './training.ts';

/** The loss of a step's batch in operations of tfjs. */
export type DeviceLoss = (weights: Readonly<Record<string, tf.Tensor>>, step: number) => tf.Tensor;

/** A model trained on the backend that is running: the gradient by autodiff, the steps by the accelerated Adam. */
export async function trainedOnDevice(model: Model, lossOf: DeviceLoss): Promise<Training> {
  const losses: number[] = [];
  const states = [firstState(model)];
  for (let step = 0; step < model.steps; step++) {
    const state = states.at(-1) as AdamState;
    const weights = restoredWeights(model.weights, state.theta);
    const loss = (tensors: Readonly<Record<string, tf.Tensor>>): tf.Tensor => lossOf(tensors, step);
    losses.push(await onDevice<number>(() => loss(uploaded(weights))));
    const gradient = await autodiff<Weights>(weights, 1, loss);
    states.push(await adam(state, flatWeights(gradient), model.adam));
  }
  return { losses, states };
}

function uploaded(weights: Weights): Record<string, tf.Tensor> {
  return Object.fromEntries(Object.entries(weights).map(([name, array]) => [name, upload(array)]));
}
