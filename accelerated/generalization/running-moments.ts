import {
  expectRunningMoments,
  type Moments,
  type RunningMomentsOptions,
} from '../../reference/generalization/running-moments.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Running moments on the backend that is running, the counts on the host; see the reference for the formula, shapes and errors. */
export async function runningMoments(
  state: Moments,
  x: NdArray,
  options: RunningMomentsOptions = {},
): Promise<Moments> {
  expectRunningMoments(state, x, options);
  const count = state.count + x.size;
  const { momentum } = options;
  const share = x.size / count;
  const moments = await onDevice<Omit<Moments, 'count'>>(() => {
    const batch = tf.moments(upload(x));
    const averaged = (old: number, now: tf.Tensor, part: number): tf.Tensor =>
      tf.add(tf.mul(now, part), old * (1 - part));
    if (momentum !== undefined) {
      return {
        mean: averaged(state.mean, batch.mean, 1 - momentum),
        variance: averaged(state.variance, batch.variance, 1 - momentum),
      };
    }
    const shift = tf.sub(batch.mean, state.mean);
    const between = tf.mul(tf.square(shift), share * (1 - share));
    return {
      mean: tf.add(tf.mul(shift, share), state.mean),
      variance: tf.add(averaged(state.variance, batch.variance, share), between),
    };
  });
  return { count, ...moments };
}
