import {
  type GanGeneratorLossOptions,
  ganGeneratorLossArguments,
} from '../../reference/generative/gan-generator-loss.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The generator's loss on the backend that is running; see the reference for the formula, shapes and errors. */
export async function ganGeneratorLoss(fake: NdArray, options: GanGeneratorLossOptions = {}): Promise<number> {
  const { sign } = ganGeneratorLossArguments(fake, options);
  return onDevice(() => ganGeneratorLossTensors(upload(fake), sign));
}

/** The gradient of upstream * ganGeneratorLoss(fake, options) by the logits, by autodiff. */
export async function ganGeneratorLossGradient(
  upstream: number,
  fake: NdArray,
  options: GanGeneratorLossOptions = {},
): Promise<{ fake: NdArray }> {
  const { sign } = ganGeneratorLossArguments(fake, options);
  return autodiff({ fake }, upstream, (inputs: { fake: tf.Tensor }) => ganGeneratorLossTensors(inputs.fake, sign));
}

/** softplus(-f), or -softplus(f) if the sign is -1. */
function ganGeneratorLossTensors(fake: tf.Tensor, sign: 1 | -1): tf.Tensor {
  return tf.mul(sign, tf.mean(tf.softplus(tf.mul(-sign, fake))));
}
