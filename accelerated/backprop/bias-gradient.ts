import { biasGradientSizes } from '../../reference/backprop/bias-gradient.ts';
import type { BatchReduction } from '../../reference/backprop/weight-gradient.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The gradient by a layer's biases on the backend that is running; see the reference for the formula and its errors. */
export async function biasGradient(deltas: NdArray, reduction: BatchReduction = 'mean'): Promise<NdArray> {
  biasGradientSizes(deltas, reduction);
  return onDevice(() => (reduction === 'mean' ? tf.mean(upload(deltas), 0) : tf.sum(upload(deltas), 0)));
}
