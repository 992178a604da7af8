import { expectMultiHead, type MultiHeadOptions } from '../../reference/attention/multi-head-attention.ts';
import type { AttentionWeights } from '../../reference/attention/shared/multi-head.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { type Arrays, autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import {
  type AttentionWeightTensors,
  causalTensor,
  multiHeadTensors,
  uploadAttention,
} from './shared/multi-head-tensors.ts';

interface Inputs {
  x: tf.Tensor3D;
  context: tf.Tensor3D;
  weights: AttentionWeightTensors;
}

/** Multi-head attention on the backend that is running; see the reference for the formula, shapes and errors. */
export async function multiHeadAttention(
  x: NdArray,
  context: NdArray,
  weights: AttentionWeights,
  heads: number,
  options: MultiHeadOptions = {},
): Promise<NdArray> {
  expectMultiHead(x, context, weights, heads, options);
  return onDevice(() => {
    const inputs: Inputs = { x: upload(x), context: upload(context), weights: uploadAttention(weights) };
    return attended(inputs, heads, options);
  });
}

/** The gradient of sum(upstream * multiHeadAttention(...)) by both sequences and all weights, by autodiff. */
export async function multiHeadAttentionGradient(
  upstream: NdArray,
  x: NdArray,
  context: NdArray,
  weights: AttentionWeights,
  heads: number,
  options: MultiHeadOptions = {},
): Promise<{ x: NdArray; context: NdArray; weights: AttentionWeights }> {
  expectMultiHead(x, context, weights, heads, options);
  const inputs = { x, context, weights: weights as unknown as Arrays };
  return autodiff(inputs, upstream, (tensors: Inputs) => attended(tensors, heads, options));
}

function attended({ x, context, weights }: Inputs, heads: number, { causal = false }: MultiHeadOptions): tf.Tensor {
  const mask = causal ? causalTensor(x.shape[1], context.shape[1]) : undefined;
  return multiHeadTensors(x, context, weights, heads, mask);
}
