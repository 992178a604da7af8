import type { FeedForwardWeights } from '../../../reference/attention/shared/feed-forward.ts';
import type { NormSettings, NormWeights } from '../../../reference/attention/shared/residual.ts';
import { upload } from '../../device.ts';
import * as tf from '../../tf.ts';
import { geluTensors } from './gelu-tensors.ts';
import { layerNormTensors } from './layer-norm-tensors.ts';
import { denseTensors, type LayerTensors, uploadLayer } from './multi-head-tensors.ts';

export type NormTensors = { gamma: tf.Tensor1D; beta: tf.Tensor1D };
export type FeedForwardTensors = { hidden: LayerTensors; output: LayerTensors };

export function uploadNorm({ gamma, beta }: NormWeights): NormTensors {
  return { gamma: upload(gamma), beta: upload(beta) };
}

export function uploadFeedForward({ hidden, output }: FeedForwardWeights): FeedForwardTensors {
  return { hidden: uploadLayer(hidden), output: uploadLayer(output) };
}

/** A sublayer with its residual connection and normalization. */
export function residualTensors(
  x: tf.Tensor3D,
  { gamma, beta }: NormTensors,
  { norm, epsilon }: NormSettings,
  f: (input: tf.Tensor3D) => tf.Tensor3D,
): tf.Tensor3D {
  const normalized = (input: tf.Tensor3D): tf.Tensor3D =>
    tf.reshape<tf.Rank.R3>(layerNormTensors(input, gamma, beta, epsilon), input.shape);
  return norm === 'pre' ? tf.add(x, f(normalized(x))) : normalized(tf.add(x, f(x)));
}

export function feedForwardTensors(
  x: tf.Tensor3D,
  { hidden, output }: FeedForwardTensors,
  activation: 'relu' | 'gelu',
): tf.Tensor3D {
  const drives = denseTensors(x, hidden);
  const active = activation === 'relu' ? tf.relu(drives) : tf.reshape<tf.Rank.R3>(geluTensors(drives), drives.shape);
  return denseTensors(active, output);
}

/** The mask `[batch, time]` of positions that are not padding, as it broadcasts over heads and queries. */
export function paddingTensor(mask: tf.Tensor): tf.Tensor {
  const [B, T] = mask.shape as [number, number];
  return tf.reshape(mask, [B, 1, 1, T]);
}
