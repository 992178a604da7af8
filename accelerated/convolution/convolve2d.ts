import { expectPlanarArguments, type PlanarPadding } from '../../reference/convolution/shared/planar.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { crossCorrelated } from './shared/planar.ts';

/** Convolution of an image with a kernel on the backend that is running; see the reference for the formula, shapes and errors. */
export async function convolve2d(image: NdArray, kernel: NdArray, padding: PlanarPadding = 'valid'): Promise<NdArray> {
  expectPlanarArguments(image, kernel, padding);
  return onDevice(() => crossCorrelated(upload(image), tf.reverse2d(upload<tf.Tensor2D>(kernel), [0, 1]), padding));
}
