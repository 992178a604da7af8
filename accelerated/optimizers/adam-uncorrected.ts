import { expectSameShape, type NdArray } from '../../reference/ndarray.ts';
import { type AdamOptions, adamOptions } from '../../reference/optimizers/adam.ts';
import type { AdamUncorrectedState } from '../../reference/optimizers/adam-uncorrected.ts';
import { expectState } from '../../reference/optimizers/shared/optimizer-arguments.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/**
 * One step of Adam without bias correction on the backend that is running; see the reference for the formula, shapes and
 * errors. The factors 1 - beta are taken in float64 and reach the device rounded once.
 */
export async function adamUncorrected(
  state: AdamUncorrectedState,
  gradient: NdArray,
  options: AdamOptions = {},
): Promise<AdamUncorrectedState> {
  const { learningRate, beta1, beta2, epsilon } = adamOptions(options);
  expectState(state, ['m', 'v']);
  expectSameShape('state.theta', state.theta, 'gradient', gradient);
  return onDevice(() => {
    const g = upload(gradient);
    const m = tf.add(tf.mul(upload(state.m), beta1), tf.mul(g, 1 - beta1));
    const v = tf.add(tf.mul(upload(state.v), beta2), tf.mul(tf.square(g), 1 - beta2));
    const step = tf.div(tf.mul(m, learningRate), tf.add(tf.sqrt(v), epsilon));
    return { theta: tf.sub(upload(state.theta), step), m, v };
  });
}
