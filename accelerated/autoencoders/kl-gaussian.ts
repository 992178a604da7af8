import { expectGaussians } from '../../reference/autoencoders/kl-gaussian.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** KL divergence between Gaussians on the backend that is running; see the reference for formula, shapes and errors. */
export async function klGaussian(
  mean: NdArray,
  logVariance: NdArray,
  otherMean: NdArray,
  otherLogVariance: NdArray,
): Promise<number> {
  expectGaussians(mean, logVariance, otherMean, otherLogVariance);
  return onDevice(() =>
    klGaussianTensors({
      mean: upload(mean),
      logVariance: upload(logVariance),
      otherMean: upload(otherMean),
      otherLogVariance: upload(otherLogVariance),
    }),
  );
}

/** The gradient of upstream * klGaussian(...) by its four arrays, by autodiff. */
export async function klGaussianGradient(
  upstream: number,
  mean: NdArray,
  logVariance: NdArray,
  otherMean: NdArray,
  otherLogVariance: NdArray,
): Promise<{ mean: NdArray; logVariance: NdArray; otherMean: NdArray; otherLogVariance: NdArray }> {
  expectGaussians(mean, logVariance, otherMean, otherLogVariance);
  return autodiff({ mean, logVariance, otherMean, otherLogVariance }, upstream, klGaussianTensors);
}

interface GaussianTensors {
  mean: tf.Tensor;
  logVariance: tf.Tensor;
  otherMean: tf.Tensor;
  otherLogVariance: tf.Tensor;
}

function klGaussianTensors({ mean, logVariance, otherMean, otherLogVariance }: GaussianTensors): tf.Tensor {
  const d = tf.sub(logVariance, otherLogVariance);
  const spread = tf.sub(tf.sub(tf.exp(d), 1), d);
  const distance = tf.mul(tf.sub(mean, otherMean), tf.exp(tf.mul(otherLogVariance, -0.5)));
  return tf.mul(tf.mean(tf.sum(tf.add(tf.square(distance), spread), -1)), 0.5);
}
