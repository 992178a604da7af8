import { matrixShape, type NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The mean of the samples' gradients on the backend that is running; see the reference for the formula and errors. */
export async function batchGradient(sampleGradients: NdArray): Promise<NdArray> {
  matrixShape('sampleGradients', sampleGradients);
  return onDevice(() => tf.mean(upload(sampleGradients), 0));
}
