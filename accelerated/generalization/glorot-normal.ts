import { expectFans } from '../../reference/generalization/shared/fans.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Normal Glorot weights on the backend that is running; see the reference for the formula, shapes and errors. */
export async function glorotNormal(random: NdArray, fanIn: number, fanOut: number): Promise<NdArray> {
  expectFans(random, fanIn, fanOut);
  return onDevice(() => glorotNormalTensors(upload(random), fanIn, fanOut));
}

function glorotNormalTensors(random: tf.Tensor, fanIn: number, fanOut: number): tf.Tensor {
  return tf.mul(random, tf.sqrt(tf.div(2, fanIn + fanOut)));
}
