import { expectSameShape, type NdArray } from '../../reference/ndarray.ts';
import { type MomentumOptions, type MomentumState, momentumOptions } from '../../reference/optimizers/momentum.ts';
import { expectState } from '../../reference/optimizers/shared/optimizer-arguments.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** One step with momentum on the backend that is running; see the reference for the formula, shapes and errors. */
export async function momentum(
  state: MomentumState,
  gradient: NdArray,
  options: MomentumOptions = {},
): Promise<MomentumState> {
  const { learningRate, gamma } = momentumOptions(options);
  expectState(state, ['m']);
  expectSameShape('state.theta', state.theta, 'gradient', gradient);
  return onDevice(() => {
    const m = tf.add(tf.mul(upload(state.m), gamma), upload(gradient));
    return { theta: tf.sub(upload(state.theta), tf.mul(m, learningRate)), m };
  });
}
