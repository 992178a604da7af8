import type { NdArray } from '../../reference/ndarray.ts';
import { expectOneHotArguments } from '../../reference/perceptron/one-hot.ts';
import { onDevice } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** A class index as a unit vector, on the backend that is running; see the reference for the formula and its errors. */
export async function oneHot(index: number, depth: number): Promise<NdArray> {
  expectOneHotArguments(index, depth);
  return onDevice(() => oneHotTensors(index, depth));
}

/** tf.oneHot refuses a depth of 1. */
function oneHotTensors(index: number, depth: number): tf.Tensor {
  if (depth > 1) return tf.cast(tf.reshape(tf.oneHot(tf.tensor1d([index], 'int32'), depth), [depth]), 'float32');
  workaround('one-hot-depth-one');
  return tf.ones([1]);
}
