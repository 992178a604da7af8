import { imagesShape, type NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { firstLargest } from './shared/first-largest.ts';

/** Global max pooling on the backend that is running; see the reference for the formula, shapes and errors. */
export async function globalMaxPool2d(x: NdArray): Promise<NdArray> {
  imagesShape('x', x);
  return onDevice(() => tf.max(upload(x), [1, 2]));
}

/** The gradient of sum(upstream * globalMaxPool2d(x)) by x, by autodiff. */
export async function globalMaxPool2dGradient(upstream: NdArray, x: NdArray): Promise<{ x: NdArray }> {
  imagesShape('x', x);
  return autodiff({ x }, upstream, (inputs: { x: tf.Tensor4D }) => largestOfMaps(inputs.x));
}

function largestOfMaps(x: tf.Tensor4D): tf.Tensor {
  const [images, height, width, channels] = x.shape;
  const pixels = tf.reshape<tf.Rank.R3>(x, [images, height * width, channels]);
  return firstLargest(tf.transpose(pixels, [0, 2, 1]));
}
