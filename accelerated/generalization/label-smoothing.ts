import { type LabelSmoothingOptions, labelSmoothingArguments } from '../../reference/generalization/label-smoothing.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Label smoothing on the backend that is running; see the reference for the formula, shapes and errors. */
export async function labelSmoothing(t: NdArray, options: LabelSmoothingOptions = {}): Promise<NdArray> {
  const { K, smoothing } = labelSmoothingArguments(t, options);
  return onDevice(() => tf.add(tf.mul(upload(t), 1 - smoothing), smoothing / K));
}
