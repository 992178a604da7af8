import type { NdArray } from '../../reference/ndarray.ts';
import { denseLayerSizes } from '../../reference/perceptron/dense-layer.ts';
import type { Activation } from '../../reference/perceptron/shared/activate.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** A dense layer on the backend that is running; see the reference for the formula, shapes and errors. */
export async function denseLayer(
  x: NdArray,
  w: NdArray,
  b: NdArray,
  activation: Activation = 'identity',
): Promise<NdArray> {
  denseLayerSizes(x, w, b, activation);
  return onDevice(() => denseLayerTensors({ x: upload(x), w: upload(w), b: upload(b) }, activation));
}

/** The gradient of sum(upstream * denseLayer(x, w, b)) by the three, by autodiff. */
export async function denseLayerGradient(
  upstream: NdArray,
  x: NdArray,
  w: NdArray,
  b: NdArray,
  activation: Activation = 'identity',
): Promise<{ x: NdArray; w: NdArray; b: NdArray }> {
  denseLayerSizes(x, w, b, activation);
  return autodiff({ x, w, b }, upstream, (inputs: LayerTensors) => denseLayerTensors(inputs, activation));
}

interface LayerTensors {
  x: tf.Tensor2D;
  w: tf.Tensor2D;
  b: tf.Tensor1D;
}

/** The fused product that tfjs's own Dense layer uses; it knows no tanh. */
function denseLayerTensors({ x, w, b }: LayerTensors, activation: Activation): tf.Tensor {
  const fused = { a: x, b: w, bias: b };
  if (activation === 'tanh') return tf.tanh(tf.fused.matMul(fused));
  return tf.fused.matMul({ ...fused, activation: activation === 'identity' ? 'linear' : activation });
}
