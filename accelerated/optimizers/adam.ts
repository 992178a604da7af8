import { expectSameShape, type NdArray } from '../../reference/ndarray.ts';
import { type AdamOptions, type AdamState, adamOptions } from '../../reference/optimizers/adam.ts';
import { expectState } from '../../reference/optimizers/shared/optimizer-arguments.ts';
import { expectInteger } from '../../reference/options.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** One step of Adam on the backend that is running; see the reference for the formula, shapes and errors. */
export async function adam(state: AdamState, gradient: NdArray, options: AdamOptions = {}): Promise<AdamState> {
  const checked = adamOptions(options);
  expectState(state, ['m', 'v']);
  expectInteger('state.t', state.t, 0);
  expectSameShape('state.theta', state.theta, 'gradient', gradient);
  const t = state.t + 1;
  const { theta, m, v } = await onDevice<Omit<AdamState, 't'>>(() =>
    adamTensors({ theta: upload(state.theta), m: upload(state.m), v: upload(state.v), t }, upload(gradient), checked),
  );
  return { theta, m, v, t };
}

interface AdamTensors {
  theta: tf.Tensor;
  m: tf.Tensor;
  v: tf.Tensor;
}

/**
 * The factors 1 - beta and the corrections are taken in float64 and reach the device rounded once: in float32
 * 1 - 0.999 is off by 1e-5 of itself. Here the corrections are factors of the rate and of v, not divisors of the moments.
 */
function adamTensors(
  state: AdamTensors & { t: number },
  gradient: tf.Tensor,
  { learningRate, beta1, beta2, epsilon }: Required<AdamOptions>,
): AdamTensors & { [name: string]: tf.Tensor } {
  const m = tf.add(tf.mul(state.m, beta1), tf.mul(gradient, 1 - beta1));
  const v = tf.add(tf.mul(state.v, beta2), tf.mul(tf.square(gradient), 1 - beta2));
  const rate = learningRate / correction(beta1, state.t);
  const deviation = tf.sqrt(tf.div(v, correction(beta2, state.t)));
  const theta = tf.sub(state.theta, tf.div(tf.mul(m, rate), tf.add(deviation, epsilon)));
  return { theta, m, v };
}

/** 1 - beta^t by exp and log, which have the same bits in every version of Node; those of ** differ. */
function correction(beta: number, t: number): number {
  return -Math.expm1(t * Math.log(beta));
}
