import type { NdArray } from '../../reference/ndarray.ts';
import type { RnnWeights } from '../../reference/recurrent/shared/rnn-weights.ts';
import { expectTruncatedBpttArguments } from '../../reference/recurrent/truncated-bptt.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { rnnLoss, weightGradients } from './shared/rnn-loss.ts';
import { type RnnTensors, rnnStateTensors, stepTensors, uploadRnnWeights } from './shared/rnn-tensors.ts';

/**
 * The gradients of the losses of all chunks by autodiff, added up, on the backend that is running; see the reference for
 * the loss. The state with which a chunk begins is computed outside of its loss, so it counts as a constant.
 */
export async function truncatedBptt(x: NdArray, t: NdArray, weights: RnnWeights, steps: number): Promise<RnnWeights> {
  const [B, T, units] = expectTruncatedBpttArguments(x, t, weights, steps);
  return onDevice(() => {
    const [inputs, targets] = [stepTensors(upload(x)), stepTensors(upload(t))];
    const tensors = uploadRnnWeights(weights);
    let h = tf.zeros<tf.Rank.R2>([B, units]);
    const gradients: RnnTensors[] = [];
    for (let start = 0; start < T; start += steps) {
      const [own, wanted] = [inputs.slice(start, start + steps), targets.slice(start, start + steps)];
      const before = h;
      const statesBy = (w: RnnTensors): tf.Tensor2D[] => rnnStateTensors(own, before, w);
      const loss = (w: RnnTensors): tf.Scalar =>
        rnnLoss(tf.stack(statesBy(w), 1) as tf.Tensor3D, tf.stack(wanted, 1) as tf.Tensor3D);
      gradients.push(weightGradients(tensors, loss));
      h = statesBy(tensors).at(-1) as tf.Tensor2D;
    }
    return gradients.reduce((a, b) => ({ wx: tf.add(a.wx, b.wx), wh: tf.add(a.wh, b.wh), b: tf.add(a.b, b.b) }));
  });
}
