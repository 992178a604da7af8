import type { NdArray } from '../../reference/ndarray.ts';
import { expectPair } from '../../reference/nlp/cosine-similarity.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import { normTensors } from '../generalization/shared/norm.ts';
import * as tf from '../tf.ts';

/** Cosine similarity on the backend that is running; see the reference for the formula, shapes and errors. */
export async function cosineSimilarity(a: NdArray, b: NdArray): Promise<number> {
  expectPair(a, b);
  return onDevice(() => cosineTensors({ a: upload(a), b: upload(b) }));
}

/** The gradient of upstream * cosineSimilarity(a, b) by both vectors, by autodiff. */
export async function cosineSimilarityGradient(
  upstream: number,
  a: NdArray,
  b: NdArray,
): Promise<{ a: NdArray; b: NdArray }> {
  expectPair(a, b);
  return autodiff({ a, b }, upstream, cosineTensors);
}

/** tf.losses.cosineDistance wants vectors of length 1. Times 0 where a vector is 0, so that the gradient is 0 there too. */
function cosineTensors({ a, b }: { a: tf.Tensor; b: tf.Tensor }): tf.Tensor {
  const [normA, normB] = [normTensors(a), normTensors(b)];
  const sum = tf.sum(tf.mul(tf.div(a, normA.largest), tf.div(b, normB.largest)));
  const cosine = tf.div(sum, tf.mul(normA.ratio, normB.ratio));
  return tf.mul(cosine, tf.mul(tf.step(normA.length), tf.step(normB.length)));
}
