import { expectSample } from '../../reference/autoencoders/reparameterize.ts';
import type { GaussianOptions } from '../../reference/autoencoders/shared/gaussian-arguments.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** A reparameterized sample on the backend that is running; see the reference for the formula, shapes and errors. */
export async function reparameterize(
  mean: NdArray,
  logVariance: NdArray,
  noise: NdArray,
  options: GaussianOptions = {},
): Promise<NdArray> {
  expectSample(mean, logVariance, noise, options);
  return onDevice(() => reparameterizeTensors(upload(mean), upload(logVariance), upload(noise), options));
}

/** The gradient of sum(upstream * reparameterize(...)) by mean, log-variance and noise, by autodiff. */
export async function reparameterizeGradient(
  upstream: NdArray,
  mean: NdArray,
  logVariance: NdArray,
  noise: NdArray,
  options: GaussianOptions = {},
): Promise<{ mean: NdArray; logVariance: NdArray; noise: NdArray }> {
  expectSample(mean, logVariance, noise, options);
  return autodiff(
    { mean, logVariance, noise },
    upstream,
    (inputs: { mean: tf.Tensor; logVariance: tf.Tensor; noise: tf.Tensor }) =>
      reparameterizeTensors(inputs.mean, inputs.logVariance, inputs.noise, options),
  );
}

function reparameterizeTensors(
  mean: tf.Tensor,
  logVariance: tf.Tensor,
  noise: tf.Tensor,
  { fromVariance = false }: GaussianOptions,
): tf.Tensor {
  const deviation = fromVariance ? tf.sqrt(logVariance) : tf.exp(tf.mul(logVariance, 0.5));
  return tf.add(mean, tf.mul(deviation, noise));
}
