import { expectTrainMlpArguments, type TrainMlpOptions } from '../../reference/backprop/train-mlp.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import type { LayerWeights } from '../../reference/perceptron/shared/layer-units.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { type LayerTensors, mlpLossGradient, uploadLayers } from './shared/mlp-loss.ts';

/** Gradient descent by autodiff, on the backend that is running; see the reference for the loss and the errors. */
export async function trainMlp(
  x: NdArray,
  t: NdArray,
  layers: readonly LayerWeights[],
  options: TrainMlpOptions,
): Promise<LayerWeights[]> {
  expectTrainMlpArguments(x, t, layers, options);
  return onDevice(() => trainMlpTensors(upload(x), upload(t), uploadLayers(layers), options));
}

function trainMlpTensors(
  x: tf.Tensor2D,
  t: tf.Tensor2D,
  layers: LayerTensors[],
  { learningRate, steps }: TrainMlpOptions,
): LayerTensors[] {
  let trained = layers;
  for (let step = 0; step < steps; step++) {
    const gradients = mlpLossGradient(x, t, trained);
    trained = trained.map(({ w, b }, l) => {
      const gradient = gradients[l] as LayerTensors;
      return { w: moved(w, gradient.w, learningRate), b: moved(b, gradient.b, learningRate) };
    });
  }
  return trained;
}

function moved<T extends tf.Tensor>(from: T, gradient: T, learningRate: number): T {
  return tf.sub(from, tf.mul(gradient, learningRate));
}
