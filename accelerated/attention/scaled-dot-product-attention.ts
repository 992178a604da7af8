import { expectAttention } from '../../reference/attention/scaled-dot-product-attention.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { attentionTensors } from './shared/attention-tensors.ts';

/** Scaled dot-product attention on the backend that is running; see the reference for the formula, shapes and errors. */
export async function scaledDotProductAttention(q: NdArray, k: NdArray, v: NdArray, mask?: NdArray): Promise<NdArray> {
  expectAttention(q, k, v, mask);
  return onDevice(() => attentionTensors(upload(q), upload(k), upload(v), uploadMask(mask)));
}

/** The gradient of sum(upstream * scaledDotProductAttention(...)) by queries, keys and values, by autodiff. */
export async function scaledDotProductAttentionGradient(
  upstream: NdArray,
  q: NdArray,
  k: NdArray,
  v: NdArray,
  mask?: NdArray,
): Promise<{ q: NdArray; k: NdArray; v: NdArray }> {
  expectAttention(q, k, v, mask);
  return autodiff({ q, k, v }, upstream, (inputs: { q: tf.Tensor; k: tf.Tensor; v: tf.Tensor }) =>
    attentionTensors(inputs.q, inputs.k, inputs.v, uploadMask(mask)),
  );
}

function uploadMask(mask: NdArray | undefined): tf.Tensor | undefined {
  return mask === undefined ? undefined : upload(mask);
}
