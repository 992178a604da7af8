import { type BatchReduction, weightGradientSizes } from '../../reference/backprop/weight-gradient.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The gradient by a layer's weights on the backend that is running; see the reference for the formula and its errors. */
export async function weightGradient(
  deltas: NdArray,
  activations: NdArray,
  reduction: BatchReduction = 'mean',
): Promise<NdArray> {
  weightGradientSizes(deltas, activations, reduction);
  return onDevice(() => weightGradientTensors(upload(deltas), upload(activations), reduction));
}

function weightGradientTensors(deltas: tf.Tensor2D, activations: tf.Tensor2D, reduction: BatchReduction): tf.Tensor {
  const sum = tf.matMul(activations, deltas, true, false);
  return reduction === 'mean' ? tf.div(sum, deltas.shape[0]) : sum;
}
