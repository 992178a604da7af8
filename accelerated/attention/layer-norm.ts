import { expectLayerNorm, type LayerNormOptions } from '../../reference/attention/layer-norm.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { layerNormTensors } from './shared/layer-norm-tensors.ts';

/** Layer normalization on the backend that is running; see the reference for the formula, shapes and errors. */
export async function layerNorm(
  x: NdArray,
  gamma: NdArray,
  beta: NdArray,
  options: LayerNormOptions = {},
): Promise<NdArray> {
  const { epsilon } = expectLayerNorm(x, gamma, beta, options);
  return onDevice(() => layerNormTensors(upload(x), upload(gamma), upload(beta), epsilon));
}

/** The gradient of sum(upstream * layerNorm) by the input, the scale and the offset, by autodiff. */
export async function layerNormGradient(
  upstream: NdArray,
  x: NdArray,
  gamma: NdArray,
  beta: NdArray,
  options: LayerNormOptions = {},
): Promise<{ x: NdArray; gamma: NdArray; beta: NdArray }> {
  const { epsilon } = expectLayerNorm(x, gamma, beta, options);
  return autodiff({ x, gamma, beta }, upstream, (inputs: { x: tf.Tensor; gamma: tf.Tensor; beta: tf.Tensor }) =>
    layerNormTensors(inputs.x, inputs.gamma, inputs.beta, epsilon),
  );
}
