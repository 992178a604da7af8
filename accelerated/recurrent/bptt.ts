import type { NdArray } from '../../reference/ndarray.ts';
import { expectBpttArguments } from '../../reference/recurrent/bptt.ts';
import type { RnnWeights } from '../../reference/recurrent/shared/rnn-weights.ts';
import { onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { rnnLoss, weightGradients } from './shared/rnn-loss.ts';
import { rnnTensors, uploadRnnWeights } from './shared/rnn-tensors.ts';

/** The gradient of the loss by autodiff, on the backend that is running; see the reference for the loss. */
export async function bptt(x: NdArray, t: NdArray, weights: RnnWeights): Promise<RnnWeights> {
  expectBpttArguments(x, t, weights);
  return onDevice(() => {
    const [inputs, targets] = [upload<tf.Tensor3D>(x), upload<tf.Tensor3D>(t)];
    return weightGradients(uploadRnnWeights(weights), (w) => rnnLoss(rnnTensors(inputs, w), targets));
  });
}
