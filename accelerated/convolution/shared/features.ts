import type { ConvLayer } from '../../../reference/convolution/shared/features.ts';
import type { NdArray } from '../../../reference/ndarray.ts';
import { upload } from '../../device.ts';
import * as tf from '../../tf.ts';

/** The weights of a convolution on a device. */
export interface ConvTensors {
  kernel: tf.Tensor4D;
  bias: tf.Tensor1D;
}

/** relu of a convolution with stride 1 and 'same' padding. */
export function featuresTensors(x: tf.Tensor4D, { kernel, bias }: ConvTensors): tf.Tensor4D {
  return tf.relu(tf.add<tf.Tensor4D>(tf.conv2d(x, kernel, 1, 'same'), bias));
}

/** A layer on the backend that is running. */
export function uploadLayer({ kernel, bias }: ConvLayer): ConvTensors {
  return { kernel: upload(kernel), bias: upload(bias) };
}

/** The kernel and the bias of a layer, without anything else that came with them. */
export function weightsOf({ kernel, bias }: ConvLayer): { kernel: NdArray; bias: NdArray } {
  return { kernel, bias };
}
