import { type Autoencoder, expectAutoencoder } from '../../reference/autoencoders/autoencoder.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import type { MlpLayer } from '../../reference/perceptron/mlp-forward.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import { activate } from '../perceptron/shared/activate.ts';
import * as tf from '../tf.ts';

/** An autoencoder on the backend that is running; see the reference for the formula, shapes and errors. */
export async function autoencoder(
  x: NdArray,
  encoder: readonly MlpLayer[],
  decoder: readonly MlpLayer[],
): Promise<Autoencoder> {
  expectAutoencoder(x, encoder, decoder);
  const uploaded = (layers: readonly MlpLayer[]): LayerTensors[] =>
    layers.map(({ w, b }) => ({ w: upload(w), b: upload(b) }));
  return onDevice(() =>
    autoencoderTensors({ x: upload(x), encoder: uploaded(encoder), decoder: uploaded(decoder) }, encoder, decoder),
  );
}

/** The gradient of sum(upstream * autoencoder(...)) by the input, the weights and the biases, by autodiff. */
export async function autoencoderGradient(
  upstream: Autoencoder,
  x: NdArray,
  encoder: readonly MlpLayer[],
  decoder: readonly MlpLayer[],
): Promise<{ x: NdArray; encoder: { w: NdArray; b: NdArray }[]; decoder: { w: NdArray; b: NdArray }[] }> {
  expectAutoencoder(x, encoder, decoder);
  const weights = (layers: readonly MlpLayer[]) => layers.map(({ w, b }) => ({ w, b }));
  const { code, reconstruction, loss } = upstream;
  return autodiff(
    { x, encoder: weights(encoder), decoder: weights(decoder) },
    { code, reconstruction, loss },
    (inputs: AutoencoderTensors) => autoencoderTensors(inputs, encoder, decoder),
  );
}

interface LayerTensors {
  w: tf.Tensor2D;
  b: tf.Tensor1D;
}

interface AutoencoderTensors {
  x: tf.Tensor2D;
  encoder: readonly LayerTensors[];
  decoder: readonly LayerTensors[];
}

function autoencoderTensors(
  { x, encoder, decoder }: AutoencoderTensors,
  encoding: readonly MlpLayer[],
  decoding: readonly MlpLayer[],
) {
  const code = throughLayers(x, encoder, encoding);
  const reconstruction = throughLayers(code, decoder, decoding);
  const loss = tf.mean(tf.sum(tf.square(tf.sub(x, reconstruction)), -1));
  return { code, reconstruction, loss };
}

function throughLayers(x: tf.Tensor2D, layers: readonly LayerTensors[], functions: readonly MlpLayer[]): tf.Tensor2D {
  // Without layers a tensor of its own, so that none is returned twice.
  return layers.reduce<tf.Tensor2D>(
    (a, { w, b }, l) => activate(tf.add<tf.Tensor2D>(tf.matMul(a, w), b), (functions[l] as MlpLayer).activation),
    tf.clone(x),
  );
}
