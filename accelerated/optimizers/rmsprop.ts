import { expectSameShape, type NdArray } from '../../reference/ndarray.ts';
import { type RmspropOptions, type RmspropState, rmspropOptions } from '../../reference/optimizers/rmsprop.ts';
import { expectState } from '../../reference/optimizers/shared/optimizer-arguments.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/**
 * One step of RMSProp on the backend that is running; see the reference for the formula, shapes and errors. The factor
 * 1 - rho is taken in float64 and reaches the device rounded once.
 */
export async function rmsprop(
  state: RmspropState,
  gradient: NdArray,
  options: RmspropOptions = {},
): Promise<RmspropState> {
  const { learningRate, rho, epsilon, epsilonInside } = rmspropOptions(options);
  expectState(state, ['v']);
  expectSameShape('state.theta', state.theta, 'gradient', gradient);
  return onDevice(() => {
    const g = upload(gradient);
    const v = tf.add(tf.mul(upload(state.v), rho), tf.mul(tf.square(g), 1 - rho));
    const divisor = epsilonInside ? tf.sqrt(tf.add(v, epsilon)) : tf.add(tf.sqrt(v), epsilon);
    return { theta: tf.sub(upload(state.theta), tf.div(tf.mul(g, learningRate), divisor)), v };
  });
}
