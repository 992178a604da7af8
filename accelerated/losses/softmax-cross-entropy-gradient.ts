import { expectSameShape, matrixShape, type NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/**
 * The gradient of the mean softmax cross-entropy on the backend that is running; see the reference for the formula,
 * shapes and errors. Not by autodiff of tf.losses.softmaxCrossEntropy, whose gradient is wrong for large logits that tie.
 */
export async function softmaxCrossEntropyGradient(logits: NdArray, t: NdArray): Promise<NdArray> {
  const [N] = matrixShape('logits', logits);
  expectSameShape('logits', logits, 't', t);
  return onDevice(() => tf.div(tf.sub(tf.softmax(upload(logits)), upload(t)), N));
}
