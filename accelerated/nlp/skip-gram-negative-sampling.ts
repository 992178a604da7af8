import type { NdArray } from '../../reference/ndarray.ts';
import { expectSkipGram } from '../../reference/nlp/skip-gram-negative-sampling.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The loss of skip-gram with negative sampling on the backend that is running; see the reference for the formula, shapes and errors. */
export async function skipGramNegativeSampling(center: NdArray, context: NdArray, negatives: NdArray): Promise<number> {
  expectSkipGram(center, context, negatives);
  return onDevice(() =>
    skipGramTensors({ center: upload(center), context: upload(context), negatives: upload(negatives) }),
  );
}

/** The gradient of upstream * skipGramNegativeSampling(...) by all vectors, by autodiff. */
export async function skipGramNegativeSamplingGradient(
  upstream: number,
  center: NdArray,
  context: NdArray,
  negatives: NdArray,
): Promise<{ center: NdArray; context: NdArray; negatives: NdArray }> {
  expectSkipGram(center, context, negatives);
  return autodiff({ center, context, negatives }, upstream, skipGramTensors);
}

interface SkipGramTensors {
  center: tf.Tensor;
  context: tf.Tensor;
  negatives: tf.Tensor;
}

/** softplus, and not the logarithm of a sigmoid, which is 0 from 40 on. */
function skipGramTensors({ center, context, negatives }: SkipGramTensors): tf.Tensor {
  const attracted = tf.softplus(tf.neg(tf.sum(tf.mul(context, center))));
  const repelled = tf.softplus(tf.sum(tf.mul(negatives, tf.expandDims(center, 0)), 1));
  return tf.add(attracted, tf.sum(repelled));
}
