import { matrixShape, type NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Samples with a column of ones, on the backend that is running; see the reference for the shapes and errors. */
export async function appendBiasColumn(x: NdArray): Promise<NdArray> {
  matrixShape('x', x);
  return onDevice(() => appendBiasColumnTensors(upload(x)));
}

function appendBiasColumnTensors(x: tf.Tensor2D): tf.Tensor {
  const [samples] = x.shape;
  return tf.concat([x, tf.ones<tf.Rank.R2>([samples, 1])], 1);
}
