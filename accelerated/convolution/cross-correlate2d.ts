import { expectPlanarArguments, type PlanarPadding } from '../../reference/convolution/shared/planar.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import { crossCorrelated } from './shared/planar.ts';

/** Cross-correlation of an image with a kernel on the backend that is running; see the reference for the formula, shapes and errors. */
export async function crossCorrelate2d(
  image: NdArray,
  kernel: NdArray,
  padding: PlanarPadding = 'valid',
): Promise<NdArray> {
  expectPlanarArguments(image, kernel, padding);
  return onDevice(() => crossCorrelated(upload(image), upload(kernel), padding));
}
