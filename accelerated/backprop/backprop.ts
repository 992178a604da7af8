import type * as tf from '@tensorflow/tfjs';
import { expectBackpropArguments } from '../../reference/backprop/backprop.ts';
import type { LayerWeights } from '../../reference/layer-units.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import { type LayerTensors, mlpLossGradient, uploadLayers } from '../mlp-loss.ts';
import { twiceDifferentiableSigmoid } from '../twice-differentiable-sigmoid.ts';

/** Every layer's gradient of the loss by autodiff, on the backend that is running; see the reference for the loss. */
export async function backprop(x: NdArray, t: NdArray, layers: readonly LayerWeights[]): Promise<LayerWeights[]> {
  expectBackpropArguments(x, t, layers);
  return onDevice(() => mlpLossGradient(upload(x), upload(t), uploadLayers(layers)));
}

/** The gradient of sum(upstream * backprop(x, t, layers)) by its arguments: autodiff through autodiff. */
export async function backpropGradient(
  upstream: readonly LayerWeights[],
  x: NdArray,
  t: NdArray,
  layers: readonly LayerWeights[],
): Promise<{ x: NdArray; t: NdArray; layers: LayerWeights[] }> {
  expectBackpropArguments(x, t, layers);
  const plain = (list: readonly LayerWeights[]): { w: NdArray; b: NdArray }[] => list.map(({ w, b }) => ({ w, b }));
  return autodiff(
    { x, t, layers: plain(layers) },
    plain(upstream),
    (inputs: { x: tf.Tensor2D; t: tf.Tensor2D; layers: LayerTensors[] }) =>
      mlpLossGradient(inputs.x, inputs.t, inputs.layers, twiceDifferentiableSigmoid),
  );
}
