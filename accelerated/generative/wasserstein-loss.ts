import { expectWassersteinLoss } from '../../reference/generative/wasserstein-loss.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The critic's loss on the backend that is running; see the reference for the formula, shapes and errors. */
export async function wassersteinLoss(real: NdArray, fake: NdArray): Promise<number> {
  expectWassersteinLoss(real, fake);
  return onDevice(() => wassersteinLossTensors({ real: upload(real), fake: upload(fake) }));
}

/** The gradient of upstream * wassersteinLoss(real, fake) by both, by autodiff. */
export async function wassersteinLossGradient(
  upstream: number,
  real: NdArray,
  fake: NdArray,
): Promise<{ real: NdArray; fake: NdArray }> {
  expectWassersteinLoss(real, fake);
  return autodiff({ real, fake }, upstream, wassersteinLossTensors);
}

function wassersteinLossTensors({ real, fake }: { real: tf.Tensor; fake: tf.Tensor }): tf.Tensor {
  return tf.sub(tf.mean(fake), tf.mean(real));
}
