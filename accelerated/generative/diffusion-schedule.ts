import { type DiffusionScheduleKind, expectDiffusionSchedule } from '../../reference/generative/diffusion-schedule.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice } from '../device.ts';
import * as tf from '../tf.ts';

/** The noise schedule on the backend that is running; see the reference for the formula and errors. */
export async function diffusionSchedule(
  steps: number,
  kind: DiffusionScheduleKind = 'linear',
): Promise<{ beta: NdArray; alphaBar: NdArray }> {
  expectDiffusionSchedule(steps, kind);
  return onDevice(() => {
    const beta = kind === 'linear' ? linearTensor(steps) : cosineTensor(steps);
    return { beta, alphaBar: tf.cumprod(tf.sub(1, beta), 0) };
  });
}

/** Not by tf.linspace, which may end elsewhere. */
function linearTensor(steps: number): tf.Tensor {
  const share = tf.div(tf.range(0, steps), Math.max(steps - 1, 1));
  return tf.add(tf.mul(tf.sub(1, share), 1e-4), tf.mul(share, 0.02));
}

/** 1 - cos^2 a / cos^2 b as sin(a - b) sin(a + b) / cos^2 b: in float32 the difference would lose most of a small beta. */
function cosineTensor(steps: number): tf.Tensor {
  const step = Math.PI / 2 / 1.008 / steps;
  const before = tf.mul(tf.add(tf.range(0, steps), 0.008 * steps), step);
  const sines = tf.mul(Math.sin(step), tf.sin(tf.add(tf.mul(before, 2), step)));
  return tf.minimum(tf.div(sines, tf.square(tf.cos(before))), 0.999);
}
