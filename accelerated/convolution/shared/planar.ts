import type { PlanarPadding } from '../../../reference/convolution/shared/planar.ts';
import * as tf from '../../tf.ts';

/**
 * The cross-correlation of an image with a kernel, as a Conv2D layer of one channel on an image with its zeros written
 * out: an odd row of 'same' lies at the top here, and at the bottom in TensorFlow's padding.
 */
export function crossCorrelated(image: tf.Tensor2D, kernel: tf.Tensor2D, padding: PlanarPadding): tf.Tensor2D {
  const [kh, kw] = kernel.shape;
  const padded = tf.pad2d(image, [zerosAround(kh, padding), zerosAround(kw, padding)]);
  const [height, width] = padded.shape;
  const images = tf.reshape<tf.Rank.R4>(padded, [1, height, width, 1]);
  const y = tf.conv2d(images, tf.reshape<tf.Rank.R4>(kernel, [kh, kw, 1, 1]), 1, 'valid');
  return tf.reshape(y, [height - kh + 1, width - kw + 1]);
}

function zerosAround(taps: number, padding: PlanarPadding): [before: number, after: number] {
  if (padding === 'valid') return [0, 0];
  if (padding === 'full') return [taps - 1, taps - 1];
  return [Math.ceil((taps - 1) / 2), Math.floor((taps - 1) / 2)];
}
