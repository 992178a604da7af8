import { expectBackpropArguments } from '../../reference/backprop/backprop.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import type { LayerWeights } from '../../reference/perceptron/shared/layer-units.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';
import { type LayerTensors, mlpLossGradient, uploadLayers } from './shared/mlp-loss.ts';

interface Inputs {
  x: tf.Tensor2D;
  t: tf.Tensor2D;
  layers: readonly LayerTensors[];
}

/** Every layer's gradient of the loss by autodiff, on the backend that is running; see the reference for the loss. */
export async function backprop(x: NdArray, t: NdArray, layers: readonly LayerWeights[]): Promise<LayerWeights[]> {
  expectBackpropArguments(x, t, layers);
  return onDevice(() => mlpLossGradient(upload(x), upload(t), uploadLayers(layers)));
}

/** The gradient of sum(upstream * backprop(x, t, layers)) by its arguments, by autodiff of the backward pass. */
export async function backpropGradient(
  upstream: readonly LayerWeights[],
  x: NdArray,
  t: NdArray,
  layers: readonly LayerWeights[],
): Promise<{ x: NdArray; t: NdArray; layers: LayerWeights[] }> {
  expectBackpropArguments(x, t, layers);
  const plain = (list: readonly LayerWeights[]): { w: NdArray; b: NdArray }[] => list.map(({ w, b }) => ({ w, b }));
  return autodiff({ x, t, layers: plain(layers) }, plain(upstream), backwardPass);
}

/**
 * The backward pass step by step. tfjs's gradient of a gradient is wrong for the sigmoid, whose derivative it takes from
 * a saved output that counts as a constant the second time.
 */
function backwardPass({ x, t, layers }: Inputs): LayerTensors[] {
  workaround('sigmoid-second-derivative');
  const inputs = [x];
  for (const { w, b } of layers) {
    inputs.push(tf.sigmoid(tf.add<tf.Tensor2D>(tf.matMul(inputs.at(-1) as tf.Tensor2D, w), b)));
  }
  let activations = inputs.pop() as tf.Tensor2D;
  let arriving: tf.Tensor2D = tf.sub(activations, t);
  const gradients: LayerTensors[] = [];
  for (const { w } of [...layers].reverse()) {
    const before = inputs.pop() as tf.Tensor2D;
    const delta = tf.mul<tf.Tensor2D>(arriving, tf.mul(activations, tf.sub(1, activations)));
    gradients.unshift({ w: tf.div(tf.matMul(before, delta, true), x.shape[0]), b: tf.mean(delta, 0) });
    arriving = tf.matMul(delta, w, false, true);
    activations = before;
  }
  return gradients;
}
