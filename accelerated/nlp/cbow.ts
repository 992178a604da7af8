import type { NdArray } from '../../reference/ndarray.ts';
import { expectCbow } from '../../reference/nlp/cbow.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { oneHotRows } from './shared/one-hot-rows.ts';

/** The loss of a continuous bag of words on the backend that is running; see the reference for the formula, shapes and errors. */
export async function cbow(context: NdArray, output: NdArray, target: number): Promise<number> {
  expectCbow(context, output, target);
  return onDevice(() => cbowTensors({ context: upload(context), output: upload(output) }, target));
}

/** The gradient of upstream * cbow(context, output, target) by both matrices, by autodiff. */
export async function cbowGradient(
  upstream: number,
  context: NdArray,
  output: NdArray,
  target: number,
): Promise<{ context: NdArray; output: NdArray }> {
  expectCbow(context, output, target);
  return autodiff({ context, output }, upstream, (inputs: CbowTensors) => cbowTensors(inputs, target));
}

interface CbowTensors {
  context: tf.Tensor2D;
  output: tf.Tensor2D;
}

function cbowTensors({ context, output }: CbowTensors, target: number): tf.Tensor {
  const h = tf.mean(context, 0, true) as tf.Tensor2D;
  const logP = tf.logSoftmax(tf.matMul(h, output, false, true));
  return tf.neg(tf.sum(tf.mul(oneHotRows(tf.scalar(target), output.shape[0]), logP)));
}
