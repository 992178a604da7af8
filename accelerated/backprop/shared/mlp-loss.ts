import type { LayerWeights } from '../../../reference/perceptron/shared/layer-units.ts';
import { upload } from '../../device.ts';
import * as tf from '../../tf.ts';

export type LayerTensors = { w: tf.Tensor2D; b: tf.Tensor1D };

/** The layers as tensors. */
export function uploadLayers(layers: readonly LayerWeights[]): LayerTensors[] {
  return layers.map(({ w, b }) => ({ w: upload(w), b: upload(b) }));
}

/** The mean over the batch of one half of the squared error of a perceptron of sigmoid layers. */
function mlpLoss(x: tf.Tensor2D, t: tf.Tensor2D, layers: readonly LayerTensors[]): tf.Scalar {
  const y = layers.reduce((a, { w, b }) => tf.sigmoid(tf.add<tf.Tensor2D>(tf.matMul(a, w), b)), x);
  return tf.div(tf.sum(tf.squaredDifference(t, y)), 2 * x.shape[0]);
}

/** The gradient of that loss by every layer, by tfjs's autodiff. */
export function mlpLossGradient(x: tf.Tensor2D, t: tf.Tensor2D, layers: readonly LayerTensors[]): LayerTensors[] {
  const leaves = layers.flatMap(({ w, b }): tf.Tensor[] => [w, b]);
  const rebuilt = (tensors: readonly tf.Tensor[]): LayerTensors[] =>
    layers.map((_, l) => ({ w: tensors[2 * l] as tf.Tensor2D, b: tensors[2 * l + 1] as tf.Tensor1D }));
  return rebuilt(tf.grads((...tensors: tf.Tensor[]) => mlpLoss(x, t, rebuilt(tensors)))(leaves));
}
