import { imagesShape, type NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';
import { pickedBy } from './shared/picked-by.ts';

/** Global max pooling on the backend that is running; see the reference for the formula, shapes and errors. */
export async function globalMaxPool2d(x: NdArray): Promise<NdArray> {
  imagesShape('x', x);
  return onDevice(() => tf.max(upload(x), [1, 2]));
}

/** The gradient of sum(upstream * globalMaxPool2d(x)) by x, by autodiff. */
export async function globalMaxPool2dGradient(upstream: NdArray, x: NdArray): Promise<{ x: NdArray }> {
  imagesShape('x', x);
  return autodiff({ x }, upstream, (inputs: { x: tf.Tensor4D }) => firstLargest(inputs.x));
}

/** The gradient of tf.max goes to each of several largest pixels, in full; so a mask picks the first of them. */
function firstLargest(x: tf.Tensor4D): tf.Tensor {
  const [images, height, width, channels] = x.shape;
  const pixels = tf.reshape<tf.Rank.R3>(x, [images, height * width, channels]);
  workaround('max-gradient-at-ties');
  return pickedBy(tf.argMax, tf.transpose(pixels, [0, 2, 1]));
}
