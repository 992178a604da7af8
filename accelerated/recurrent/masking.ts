import type { NdArray } from '../../reference/ndarray.ts';
import { expectMaskingArguments } from '../../reference/recurrent/masking.ts';
import type { RnnWeights } from '../../reference/recurrent/shared/rnn-weights.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { joinedWeights, rnnStep, stepTensors, uploadRnnWeights } from './shared/rnn-tensors.ts';

/** A masked recurrent layer on the backend that is running; see the reference for the formula, shapes and errors. */
export async function masking(x: NdArray, mask: NdArray, weights: RnnWeights): Promise<NdArray> {
  const [B, units] = expectMaskingArguments(x, mask, weights);
  return onDevice(() => {
    const kept = upload<tf.Tensor2D>(mask);
    const tensors = uploadRnnWeights(weights);
    const joined = joinedWeights(tensors);
    let h = tf.zeros<tf.Rank.R2>([B, units]);
    const states = stepTensors(upload(x)).map((step, t) => {
      const made = tf.cast(tf.slice(kept, [0, t], [B, 1]), 'bool');
      h = tf.where(tf.broadcastTo(made, [B, units]), rnnStep(step, h, joined, tensors.b), h);
      return h;
    });
    return tf.stack(states, 1);
  });
}
