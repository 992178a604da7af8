import { expectGanDiscriminatorLoss } from '../../reference/generative/gan-discriminator-loss.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The discriminator's loss on the backend that is running; see the reference for the formula, shapes and errors. */
export async function ganDiscriminatorLoss(real: NdArray, fake: NdArray): Promise<number> {
  expectGanDiscriminatorLoss(real, fake);
  return onDevice(() => ganDiscriminatorLossTensors(upload(real), upload(fake)));
}

/** The gradient of upstream * ganDiscriminatorLoss(real, fake) by both, by autodiff. */
export async function ganDiscriminatorLossGradient(
  upstream: number,
  real: NdArray,
  fake: NdArray,
): Promise<{ real: NdArray; fake: NdArray }> {
  expectGanDiscriminatorLoss(real, fake);
  return autodiff({ real, fake }, upstream, (inputs: { real: tf.Tensor; fake: tf.Tensor }) =>
    ganDiscriminatorLossTensors(inputs.real, inputs.fake),
  );
}

/** Not tf.losses.sigmoidCrossEntropy, where max(z, 0) - z t cancels for large logits. */
function ganDiscriminatorLossTensors(real: tf.Tensor, fake: tf.Tensor): tf.Tensor {
  return tf.add(tf.mean(tf.softplus(tf.neg(real))), tf.mean(tf.softplus(fake)));
}
