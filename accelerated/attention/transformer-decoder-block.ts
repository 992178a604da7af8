import type { DecoderBlockOptions, DecoderBlockWeights } from '../../reference/attention/transformer-decoder-block.ts';
import { expectDecoderBlock } from '../../reference/attention/transformer-decoder-block.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { type Arrays, autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import {
  type FeedForwardTensors,
  feedForwardTensors,
  type NormTensors,
  paddingTensor,
  residualTensors,
  uploadFeedForward,
  uploadNorm,
} from './shared/block-tensors.ts';
import {
  type AttentionWeightTensors,
  causalTensor,
  multiHeadTensors,
  uploadAttention,
} from './shared/multi-head-tensors.ts';

interface Inputs {
  x: tf.Tensor3D;
  memory: tf.Tensor3D;
  weights: {
    attention: AttentionWeightTensors;
    attentionNorm: NormTensors;
    cross: AttentionWeightTensors;
    crossNorm: NormTensors;
    feedForward: FeedForwardTensors;
    feedForwardNorm: NormTensors;
  };
}

/** A decoder block on the backend that is running; see the reference for the formula, shapes and errors. */
export async function transformerDecoderBlock(
  x: NdArray,
  memory: NdArray,
  weights: DecoderBlockWeights,
  heads: number,
  options: DecoderBlockOptions = {},
): Promise<NdArray> {
  const core = blockOf(x, memory, weights, heads, options);
  return onDevice(() =>
    core({
      x: upload(x),
      memory: upload(memory),
      weights: {
        attention: uploadAttention(weights.attention),
        attentionNorm: uploadNorm(weights.attentionNorm),
        cross: uploadAttention(weights.cross),
        crossNorm: uploadNorm(weights.crossNorm),
        feedForward: uploadFeedForward(weights.feedForward),
        feedForwardNorm: uploadNorm(weights.feedForwardNorm),
      },
    }),
  );
}

/** The gradient of sum(upstream * transformerDecoderBlock(...)) by the input, the memory and all weights, by autodiff. */
export async function transformerDecoderBlockGradient(
  upstream: NdArray,
  x: NdArray,
  memory: NdArray,
  weights: DecoderBlockWeights,
  heads: number,
  options: DecoderBlockOptions = {},
): Promise<{ x: NdArray; memory: NdArray; weights: DecoderBlockWeights }> {
  const core = blockOf(x, memory, weights, heads, options);
  return autodiff({ x, memory, weights: weights as unknown as Arrays }, upstream, core);
}

/** The block over tensors, after the arguments have been checked. */
function blockOf(
  x: NdArray,
  memory: NdArray,
  weights: DecoderBlockWeights,
  heads: number,
  options: DecoderBlockOptions,
): (inputs: Inputs) => tf.Tensor {
  const settings = expectDecoderBlock(x, memory, weights, heads, options);
  return ({ x, memory, weights }) => {
    const causal = causalTensor(x.shape[1], x.shape[1]);
    const own = options.mask === undefined ? causal : tf.mul(paddingTensor(upload(options.mask)), causal);
    const ofMemory = options.memoryMask === undefined ? undefined : paddingTensor(upload(options.memoryMask));
    const attend = (input: tf.Tensor3D): tf.Tensor3D => multiHeadTensors(input, input, weights.attention, heads, own);
    const cross = (input: tf.Tensor3D): tf.Tensor3D => multiHeadTensors(input, memory, weights.cross, heads, ofMemory);
    const feed = (input: tf.Tensor3D): tf.Tensor3D =>
      feedForwardTensors(input, weights.feedForward, settings.activation);
    const a = residualTensors(x, weights.attentionNorm, settings, attend);
    const b = residualTensors(a, weights.crossNorm, settings, cross);
    return residualTensors(b, weights.feedForwardNorm, settings, feed);
  };
}
