import { expectClipByGlobalNorm } from '../../reference/generalization/clip-by-global-norm.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { clippedTensors, normTensors } from './shared/norm.ts';

/** Clipping by global norm on the backend that is running; see the reference for the formula, shapes and errors. */
export async function clipByGlobalNorm(gradients: readonly NdArray[], maxNorm: number): Promise<NdArray[]> {
  expectClipByGlobalNorm(gradients, maxNorm);
  return onDevice(() =>
    clipByGlobalNormTensors(
      gradients.map((g) => upload<tf.Tensor1D>(g)),
      maxNorm,
    ),
  );
}

/** The gradient of the sum of upstream * clipByGlobalNorm(gradients, maxNorm) by the entries, by autodiff. */
export async function clipByGlobalNormGradient(
  upstream: readonly NdArray[],
  gradients: readonly NdArray[],
  maxNorm: number,
): Promise<{ gradients: NdArray[] }> {
  expectClipByGlobalNorm(gradients, maxNorm);
  return autodiff({ gradients }, upstream, (inputs: { gradients: tf.Tensor1D[] }) =>
    clipByGlobalNormTensors(inputs.gradients, maxNorm),
  );
}

function clipByGlobalNormTensors(gradients: readonly tf.Tensor1D[], maxNorm: number): tf.Tensor[] {
  const norm = normTensors(tf.concat1d([...gradients]));
  return gradients.map((g) => clippedTensors(g, norm, tf.scalar(maxNorm)));
}
