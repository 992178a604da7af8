import { expectGlorotUniformArguments } from '../../reference/generalization/glorot-uniform.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Uniform Glorot weights on the backend that is running; see the reference for the formula, shapes and errors. */
export async function glorotUniform(random: NdArray, fanIn: number, fanOut: number): Promise<NdArray> {
  expectGlorotUniformArguments(random, fanIn, fanOut);
  return onDevice(() => glorotUniformTensors(upload(random), fanIn, fanOut));
}

function glorotUniformTensors(random: tf.Tensor, fanIn: number, fanOut: number): tf.Tensor {
  const limit = tf.sqrt(tf.div(6, fanIn + fanOut));
  return tf.mul(tf.sub(tf.mul(random, 2), 1), limit);
}
