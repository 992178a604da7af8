import { imagesShape, type NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Global average pooling on the backend that is running; see the reference for the formula, shapes and errors. */
export async function globalAveragePool2d(x: NdArray): Promise<NdArray> {
  imagesShape('x', x);
  return onDevice(() => averageOfMaps(upload(x)));
}

/** The gradient of sum(upstream * globalAveragePool2d(x)) by x, by autodiff. */
export async function globalAveragePool2dGradient(upstream: NdArray, x: NdArray): Promise<{ x: NdArray }> {
  imagesShape('x', x);
  return autodiff({ x }, upstream, (inputs: { x: tf.Tensor4D }) => averageOfMaps(inputs.x));
}

function averageOfMaps(x: tf.Tensor4D): tf.Tensor {
  return tf.mean(x, [1, 2]);
}
