import type { BlockOptions } from '../../reference/attention/shared/block-options.ts';
import { type EncoderBlockWeights, expectEncoderBlock } from '../../reference/attention/transformer-encoder-block.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { type Arrays, autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import {
  type FeedForwardTensors,
  feedForwardTensors,
  type NormTensors,
  paddingTensor,
  residualTensors,
  uploadFeedForward,
  uploadNorm,
} from './shared/block-tensors.ts';
import { type AttentionWeightTensors, multiHeadTensors, uploadAttention } from './shared/multi-head-tensors.ts';

interface Inputs {
  x: tf.Tensor3D;
  weights: {
    attention: AttentionWeightTensors;
    attentionNorm: NormTensors;
    feedForward: FeedForwardTensors;
    feedForwardNorm: NormTensors;
  };
}

/** An encoder block on the backend that is running; see the reference for the formula, shapes and errors. */
export async function transformerEncoderBlock(
  x: NdArray,
  weights: EncoderBlockWeights,
  heads: number,
  options: BlockOptions = {},
): Promise<NdArray> {
  const core = blockOf(x, weights, heads, options);
  return onDevice(() =>
    core({
      x: upload(x),
      weights: {
        attention: uploadAttention(weights.attention),
        attentionNorm: uploadNorm(weights.attentionNorm),
        feedForward: uploadFeedForward(weights.feedForward),
        feedForwardNorm: uploadNorm(weights.feedForwardNorm),
      },
    }),
  );
}

/** The gradient of sum(upstream * transformerEncoderBlock(...)) by the input and all weights, by autodiff. */
export async function transformerEncoderBlockGradient(
  upstream: NdArray,
  x: NdArray,
  weights: EncoderBlockWeights,
  heads: number,
  options: BlockOptions = {},
): Promise<{ x: NdArray; weights: EncoderBlockWeights }> {
  return autodiff({ x, weights: weights as unknown as Arrays }, upstream, blockOf(x, weights, heads, options));
}

/** The block over tensors, after the arguments have been checked. */
function blockOf(
  x: NdArray,
  weights: EncoderBlockWeights,
  heads: number,
  options: BlockOptions,
): (inputs: Inputs) => tf.Tensor {
  const settings = expectEncoderBlock(x, weights, heads, options);
  return ({ x, weights }) => {
    const mask = options.mask === undefined ? undefined : paddingTensor(upload(options.mask));
    const attend = (input: tf.Tensor3D): tf.Tensor3D => multiHeadTensors(input, input, weights.attention, heads, mask);
    const feed = (input: tf.Tensor3D): tf.Tensor3D =>
      feedForwardTensors(input, weights.feedForward, settings.activation);
    const attended = residualTensors(x, weights.attentionNorm, settings, attend);
    return residualTensors(attended, weights.feedForwardNorm, settings, feed);
  };
}
