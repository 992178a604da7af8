import {
  type BatchNormOptions,
  type BatchNormResult,
  batchNormArguments,
} from '../../reference/generalization/batch-norm.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** Batch normalization on the backend that is running; see the reference for the formula, shapes and errors. */
export async function batchNorm(x: NdArray, options: BatchNormOptions): Promise<BatchNormResult> {
  const checked = batchNormArguments(x, options);
  const { gamma, beta, mean, variance } = options;
  return onDevice(() =>
    batchNormTensors(
      { x: upload(x), gamma: upload(gamma), beta: upload(beta), mean: upload(mean), variance: upload(variance) },
      checked,
    ),
  );
}

/** The gradient of sum(upstream * batchNorm(x)) by the input and by each of the four vectors, by autodiff. */
export async function batchNormGradient(
  upstream: BatchNormResult,
  x: NdArray,
  options: BatchNormOptions,
): Promise<{ x: NdArray; gamma: NdArray; beta: NdArray; mean: NdArray; variance: NdArray }> {
  const checked = batchNormArguments(x, options);
  const { gamma, beta, mean, variance } = options;
  const weights = { y: upstream.y, mean: upstream.mean, variance: upstream.variance };
  return autodiff({ x, gamma, beta, mean, variance }, weights, (inputs: BatchNormTensors) =>
    batchNormTensors(inputs, checked),
  );
}

interface BatchNormTensors {
  x: tf.Tensor2D;
  gamma: tf.Tensor1D;
  beta: tf.Tensor1D;
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
}

function batchNormTensors(
  { x, gamma, beta, mean, variance }: BatchNormTensors,
  { training, momentum, epsilon, epsilonInside }: ReturnType<typeof batchNormArguments>,
) {
  if (!training) {
    const y = normalized({ x, gamma, beta, mean, variance }, epsilon, epsilonInside);
    return { y, mean: tf.clone(mean), variance: tf.clone(variance) };
  }
  const batch = tf.moments(x, 0) as { mean: tf.Tensor1D; variance: tf.Tensor1D };
  // The share of the batch is computed in float64: in float32 1 - 0.99 has a relative error of 2e-6.
  const moved = (old: tf.Tensor1D, now: tf.Tensor1D): tf.Tensor =>
    tf.add(tf.mul(old, momentum), tf.mul(now, 1 - momentum));
  return {
    y: normalized({ x, gamma, beta, ...batch }, epsilon, epsilonInside),
    mean: moved(mean, batch.mean),
    variance: moved(variance, batch.variance),
  };
}

/** tf.batchNorm adds epsilon to the variance only. */
function normalized(
  { x, gamma, beta, mean, variance }: BatchNormTensors,
  epsilon: number,
  epsilonInside: boolean,
): tf.Tensor {
  if (epsilonInside) return tf.batchNorm2d(x, mean, variance, beta, gamma, epsilon);
  workaround('sqrt-gradient-at-zero');
  // A square root whose gradient at 0 is 0, not infinite: infinity times the 0 that it is multiplied by is NaN.
  const positive = tf.step(variance);
  const root = tf.mul(positive, tf.sqrt(tf.add(variance, tf.sub(1, positive))));
  const divisor = tf.add(root, epsilon);
  return tf.add(tf.mul(gamma, tf.div(tf.sub(x, mean), divisor)), beta);
}
