import type { AttentionWeights } from '../../../reference/attention/shared/multi-head.ts';
import type { LayerWeights } from '../../../reference/perceptron/shared/layer-units.ts';
import { upload } from '../../device.ts';
import * as tf from '../../tf.ts';
import { attentionTensors } from './attention-tensors.ts';

export type LayerTensors = { w: tf.Tensor2D; b: tf.Tensor1D };
export type AttentionWeightTensors = Record<keyof AttentionWeights, LayerTensors>;

export function uploadLayer({ w, b }: LayerWeights): LayerTensors {
  return { w: upload(w), b: upload(b) };
}

export function uploadAttention({ query, key, value, output }: AttentionWeights): AttentionWeightTensors {
  return { query: uploadLayer(query), key: uploadLayer(key), value: uploadLayer(value), output: uploadLayer(output) };
}

/**
 * x W + b at each position. The positions become rows first: the gradient of a product whose batches broadcast is wrong
 * (docs/divergences.md).
 */
export function denseTensors(x: tf.Tensor3D, { w, b }: LayerTensors): tf.Tensor3D {
  const [B, T, width] = x.shape;
  const rows = tf.reshape(x, [B * T, width]);
  return tf.reshape(tf.add(tf.matMul(rows, w), b), [B, T, b.shape[0]]);
}

/** Multi-head attention; `mask` broadcasts to `[batch, heads, positions, context]`. */
export function multiHeadTensors(
  x: tf.Tensor3D,
  context: tf.Tensor3D,
  weights: AttentionWeightTensors,
  heads: number,
  mask?: tf.Tensor,
): tf.Tensor3D {
  const [q, k, v] = [
    splitHeads(denseTensors(x, weights.query), heads),
    splitHeads(denseTensors(context, weights.key), heads),
    splitHeads(denseTensors(context, weights.value), heads),
  ];
  const apart = attentionTensors(q, k, v, mask);
  const joined = tf.reshape<tf.Rank.R3>(tf.transpose(apart, [0, 2, 1, 3]), x.shape);
  return denseTensors(joined, weights.output);
}

/** The mask `[positions, context]` of ones on and below the diagonal. */
export function causalTensor(positions: number, context: number): tf.Tensor2D {
  const entries = Array.from({ length: positions }, (_, i) =>
    Array.from({ length: context }, (_entry, j) => (j <= i ? 1 : 0)),
  );
  return tf.tensor2d(entries, [positions, context], 'float32');
}

/** `[batch, time, heads * size]` as `[batch, heads, time, size]`. */
function splitHeads(x: tf.Tensor3D, heads: number): tf.Tensor4D {
  const [B, T, width] = x.shape;
  return tf.transpose(tf.reshape(x, [B, T, heads, width / heads]), [0, 2, 1, 3]);
}
