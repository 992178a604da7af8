import { type MomentumOptions, type MomentumState, momentumOptions } from '../../reference/optimizers/momentum.ts';
import { expectQuadratic, type QuadraticObjective } from '../../reference/optimizers/nesterov.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** One step of Nesterov's accelerated gradient on the backend that is running; see the reference for the formula. */
export async function nesterov(
  state: MomentumState,
  objective: QuadraticObjective,
  options: MomentumOptions = {},
): Promise<MomentumState> {
  const { learningRate, gamma } = momentumOptions(options);
  expectQuadratic(state, objective);
  return onDevice(() => {
    const kept = tf.mul(upload(state.m), gamma);
    const ahead = tf.sub(upload(state.theta), tf.mul(kept, learningRate)) as tf.Tensor1D;
    const product = tf.dot(upload<tf.Tensor2D>(objective.a), ahead);
    const m = tf.add(kept, tf.sub(product, upload(objective.b)));
    return { theta: tf.sub(upload(state.theta), tf.mul(m, learningRate)), m };
  });
}
