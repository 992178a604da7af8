import { expectSameShape, type NdArray } from '../../reference/ndarray.ts';
import { type AdagradOptions, type AdagradState, adagradOptions } from '../../reference/optimizers/adagrad.ts';
import { expectState } from '../../reference/optimizers/shared/optimizer-arguments.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** One step of AdaGrad on the backend that is running; see the reference for the formula, shapes and errors. */
export async function adagrad(
  state: AdagradState,
  gradient: NdArray,
  options: AdagradOptions = {},
): Promise<AdagradState> {
  const { learningRate, epsilon, epsilonInside } = adagradOptions(options);
  expectState(state, ['v']);
  expectSameShape('state.theta', state.theta, 'gradient', gradient);
  return onDevice(() => {
    const g = upload(gradient);
    const v = tf.add(upload(state.v), tf.square(g));
    const divisor = epsilonInside ? tf.sqrt(tf.add(v, epsilon)) : tf.add(tf.sqrt(v), epsilon);
    return { theta: tf.sub(upload(state.theta), tf.div(tf.mul(g, learningRate), divisor)), v };
  });
}
