import { type GaussianOptions, gaussianShape } from '../../reference/autoencoders/shared/gaussian-arguments.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** KL divergence from the standard normal on the backend that is running; see the reference for formula and errors. */
export async function klStandardNormal(
  mean: NdArray,
  logVariance: NdArray,
  options: GaussianOptions = {},
): Promise<number> {
  gaussianShape(mean, logVariance, options);
  return onDevice(() => klStandardNormalTensors(upload(mean), upload(logVariance), options));
}

/** The gradient of upstream * klStandardNormal(mean, logVariance) by both, by autodiff. */
export async function klStandardNormalGradient(
  upstream: number,
  mean: NdArray,
  logVariance: NdArray,
  options: GaussianOptions = {},
): Promise<{ mean: NdArray; logVariance: NdArray }> {
  gaussianShape(mean, logVariance, options);
  return autodiff({ mean, logVariance }, upstream, (inputs: { mean: tf.Tensor; logVariance: tf.Tensor }) =>
    klStandardNormalTensors(inputs.mean, inputs.logVariance, options),
  );
}

/** On tensors, so that the loss of a variational autoencoder can be built on it. */
export function klStandardNormalTensors(
  mean: tf.Tensor,
  logVariance: tf.Tensor,
  { fromVariance = false }: GaussianOptions = {},
): tf.Scalar {
  const spread = fromVariance
    ? tf.sub(tf.sub(logVariance, 1), tf.log(logVariance))
    : tf.sub(tf.sub(tf.exp(logVariance), 1), logVariance);
  const perSample = tf.sum(tf.add(tf.square(mean), spread), -1);
  return tf.mul(tf.mean(perSample), 0.5) as tf.Scalar;
}
