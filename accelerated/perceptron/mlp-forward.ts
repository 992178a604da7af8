import { type NdArray, tensor } from '../../reference/ndarray.ts';
import { expectMlpArguments, type MlpForward, type MlpLayer } from '../../reference/perceptron/mlp-forward.ts';
import type { Activation } from '../../reference/perceptron/shared/activate.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { activate } from './shared/activate.ts';

/** A multilayer perceptron on the backend that is running; see the reference for the formula, shapes and errors. */
export async function mlpForward(x: NdArray, layers: readonly MlpLayer[]): Promise<MlpForward> {
  expectMlpArguments(x, layers);
  const activations = layers.map(({ activation }) => activation);
  return onDevice(() => {
    const weights = layers.map(({ w, b }): LayerTensors => ({ w: upload(w), b: upload(b) }));
    return mlpForwardTensors({ x: upload(x), layers: weights }, activations);
  });
}

/** The gradient of sum(upstream * mlpForward(x, layers)) by the input, the weights and the biases, by autodiff. */
export async function mlpForwardGradient(
  upstream: MlpForward,
  x: NdArray,
  layers: readonly MlpLayer[],
): Promise<{ x: NdArray; layers: { w: NdArray; b: NdArray }[] }> {
  expectMlpArguments(x, layers);
  const activations = layers.map(({ activation }) => activation);
  // tf.grads refuses an input on which nothing depends.
  if (layers.length === 0) return { x: tensor(x.shape), layers: [] };
  return autodiff(
    { x, layers: layers.map(({ w, b }) => ({ w, b })) },
    { drives: upstream.drives, activations: upstream.activations },
    (inputs: MlpTensors) => mlpForwardTensors(inputs, activations),
  );
}

interface LayerTensors {
  w: tf.Tensor2D;
  b: tf.Tensor1D;
}

interface MlpTensors {
  x: tf.Tensor2D;
  layers: readonly LayerTensors[];
}

function mlpForwardTensors({ x, layers }: MlpTensors, functions: readonly Activation[]) {
  const drives: tf.Tensor2D[] = [];
  const activations: tf.Tensor2D[] = [];
  let a = x;
  layers.forEach(({ w, b }, l) => {
    const d = tf.add<tf.Tensor2D>(tf.matMul(a, w), b);
    a = activate(d, functions[l] as Activation);
    drives.push(d);
    activations.push(a);
  });
  return { drives, activations };
}
