import {
  type FeedForwardTensors,
  feedForwardTensors,
  paddingTensor,
  residualTensors,
} from '../../../accelerated/attention/shared/block-tensors.ts';
import { layerNormTensors } from '../../../accelerated/attention/shared/layer-norm-tensors.ts';
import { multiHeadTensors } from '../../../accelerated/attention/shared/multi-head-tensors.ts';
import { positionalEncodingTensor } from '../../../accelerated/attention/shared/positional-encoding-tensor.ts';
import { upload } from '../../../accelerated/device.ts';
import * as tf from '../../../accelerated/tf.ts';
import type { DeviceLoss } from '../shared/training-on-device.ts';
import { BATCH, inputs, LENGTH, mask, picked, targets } from './sorting-task.ts';
import { HEADS } from './transformer.ts';
import { blockWeights, WIDTH } from './transformer-weights.ts';

/** What a wrong one does in another way. */
interface Parts {
  masked: boolean;
  heads: number;
  norm: 'pre' | 'post';
  activation: 'relu' | 'gelu';
  positions: (rows: tf.Tensor2D) => tf.Tensor;
  last: (rows: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor) => tf.Tensor;
}

const RIGHT: Parts = {
  masked: true,
  heads: HEADS,
  norm: 'pre',
  activation: 'gelu',
  positions: (rows) => tf.add(tf.reshape(rows, [BATCH, LENGTH, WIDTH]), positionalEncodingTensor(LENGTH, WIDTH)),
  last: (rows, gamma, beta) => layerNormTensors(rows, gamma, beta, 1e-3),
};

/** The loss of the transformer, as one writes it with tfjs. */
export const transformerOnDevice: DeviceLoss = lossWith({});

/** The same with an error in it. */
export const transformerFaults: Readonly<Record<string, DeviceLoss>> = {
  'padding is attended to': lossWith({ masked: false }),
  'one head': lossWith({ heads: 1 }),
  'normalization behind the sublayers': lossWith({ norm: 'post' }),
  'relu for gelu': lossWith({ activation: 'relu' }),
  'no positions': lossWith({ positions: (rows) => tf.reshape(rows, [BATCH, LENGTH, WIDTH]) }),
  'positions from 1': lossWith({
    positions: (rows) => {
      const later = tf.slice(positionalEncodingTensor(LENGTH + 1, WIDTH), [1, 0]);
      return tf.add(tf.reshape(rows, [BATCH, LENGTH, WIDTH]), later);
    },
  }),
  'another epsilon': lossWith({ last: (rows, gamma, beta) => layerNormTensors(rows, gamma, beta, 0.1) }),
  'scale and offset without a last normalization': lossWith({
    last: (rows, gamma, beta) => tf.add(tf.mul(gamma, rows), beta),
  }),
};

function lossWith(wrong: Partial<Parts>): DeviceLoss {
  const { masked, heads, norm, activation, positions, last } = { ...RIGHT, ...wrong };
  return (weights) => {
    const matrix = (name: string): tf.Tensor2D => weights[name] as tf.Tensor2D;
    const vector = (name: string): tf.Tensor1D => weights[name] as tf.Tensor1D;
    const { attention, attentionNorm, feedForward, feedForwardNorm } = blockWeights(matrix, vector);
    const settings = { norm, activation, epsilon: 1e-3 };
    const open = masked ? paddingTensor(upload(mask)) : undefined;
    const attend = (x: tf.Tensor3D): tf.Tensor3D => multiHeadTensors(x, x, attention, heads, open);
    const feed = (x: tf.Tensor3D): tf.Tensor3D =>
      feedForwardTensors(x, feedForward as FeedForwardTensors, settings.activation);
    const embedded = positions(tf.matMul(upload<tf.Tensor2D>(inputs), matrix('embedding'))) as tf.Tensor3D;
    const attended = residualTensors(embedded, attentionNorm, settings, attend);
    const encoded = residualTensors(attended, feedForwardNorm, settings, feed);
    const rows = tf.matMul(upload<tf.Tensor2D>(picked), tf.reshape(encoded, [BATCH * LENGTH, WIDTH]));
    const normalized = last(rows, vector('lastGamma'), vector('lastBeta')) as tf.Tensor2D;
    const logits = tf.add(tf.matMul(normalized, matrix('outputW')), vector('outputB'));
    return tf.neg(tf.mean(tf.sum(tf.mul(upload(targets), tf.logSoftmax(logits)), 1)));
  };
}
