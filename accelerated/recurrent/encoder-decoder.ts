import type { NdArray } from '../../reference/ndarray.ts';
import { type EncoderDecoderWeights, encoderDecoderSizes } from '../../reference/recurrent/encoder-decoder.ts';
import { type Arrays, autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import type { GateTensors } from './shared/lstm-kernel.ts';
import {
  joinedWeights,
  type RnnTensors,
  rnnStateTensors,
  rnnStep,
  stepTensors,
  uploadRnnWeights,
} from './shared/rnn-tensors.ts';

interface Inputs {
  x: tf.Tensor3D;
  weights: { encoder: RnnTensors; decoder: RnnTensors; output: GateTensors };
}

/** Encoder and decoder on the backend that is running; see the reference for the formula, shapes and errors. */
export async function encoderDecoder(x: NdArray, weights: EncoderDecoderWeights, steps: number): Promise<NdArray> {
  encoderDecoderSizes(x, weights, steps);
  const { encoder, decoder, output } = weights;
  return onDevice(() => {
    const tensors = {
      encoder: uploadRnnWeights(encoder),
      decoder: uploadRnnWeights(decoder),
      output: { w: upload<tf.Tensor2D>(output.w), b: upload<tf.Tensor1D>(output.b) },
    };
    return encoderDecoderTensors({ x: upload(x), weights: tensors }, steps);
  });
}

/** The gradient of sum(upstream * encoderDecoder(...)) by the sequence and the weights, by autodiff. */
export async function encoderDecoderGradient(
  upstream: NdArray,
  x: NdArray,
  weights: EncoderDecoderWeights,
  steps: number,
): Promise<{ x: NdArray; weights: EncoderDecoderWeights }> {
  encoderDecoderSizes(x, weights, steps);
  const inputs = { x, weights: weights as unknown as Arrays };
  return autodiff(inputs, upstream, (tensors: Inputs) => encoderDecoderTensors(tensors, steps));
}

function encoderDecoderTensors({ x, weights: { encoder, decoder, output } }: Inputs, steps: number): tf.Tensor {
  const rest = tf.zeros<tf.Rank.R2>([x.shape[0], encoder.b.shape[0]]);
  let s = rnnStateTensors(stepTensors(x), rest, encoder).at(-1) as tf.Tensor2D;
  let y = tf.zeros<tf.Rank.R2>([x.shape[0], output.b.shape[0]]);
  const joined = joinedWeights(decoder);
  const written = Array.from({ length: steps }, () => {
    s = rnnStep(y, s, joined, decoder.b);
    y = tf.add(tf.matMul(s, output.w), output.b);
    return y;
  });
  return tf.stack(written, 1);
}
