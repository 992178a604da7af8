import { type VaeLossOptions, vaeArguments } from '../../reference/autoencoders/vae-loss.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { klStandardNormalTensors } from './kl-standard-normal.ts';

/** The loss of a variational autoencoder on the backend that is running; see the reference for formula and errors. */
export async function vaeLoss(
  x: NdArray,
  reconstruction: NdArray,
  mean: NdArray,
  logVariance: NdArray,
  options: VaeLossOptions = {},
): Promise<number> {
  const { beta } = vaeArguments(x, reconstruction, mean, logVariance, options);
  return onDevice(() =>
    vaeLossTensors(
      { x: upload(x), reconstruction: upload(reconstruction), mean: upload(mean), logVariance: upload(logVariance) },
      beta,
    ),
  );
}

/** The gradient of upstream * vaeLoss(...) by its four arrays, by autodiff. */
export async function vaeLossGradient(
  upstream: number,
  x: NdArray,
  reconstruction: NdArray,
  mean: NdArray,
  logVariance: NdArray,
  options: VaeLossOptions = {},
): Promise<{ x: NdArray; reconstruction: NdArray; mean: NdArray; logVariance: NdArray }> {
  const { beta } = vaeArguments(x, reconstruction, mean, logVariance, options);
  return autodiff({ x, reconstruction, mean, logVariance }, upstream, (inputs: VaeTensors) =>
    vaeLossTensors(inputs, beta),
  );
}

interface VaeTensors {
  x: tf.Tensor;
  reconstruction: tf.Tensor;
  mean: tf.Tensor;
  logVariance: tf.Tensor;
}

function vaeLossTensors({ x, reconstruction, mean, logVariance }: VaeTensors, beta: number): tf.Tensor {
  const perSample = tf.sum(tf.squaredDifference(x, reconstruction), -1);
  return tf.add(tf.mean(perSample), tf.mul(klStandardNormalTensors(mean, logVariance), beta));
}
