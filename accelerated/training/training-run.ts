import type { MeanState } from '../../reference/metrics/mean-metric.ts';
import { flat, type NdArray, tensor, vector } from '../../reference/ndarray.ts';
import type { MlpLayer } from '../../reference/perceptron/mlp-forward.ts';
import type { Activation } from '../../reference/perceptron/shared/activate.ts';
import type { LayerWeights } from '../../reference/perceptron/shared/layer-units.ts';
import { miniBatches } from '../../reference/training/mini-batches.ts';
import { shuffleIndices } from '../../reference/training/shuffle-indices.ts';
import {
  type TrainingRun,
  type TrainingRunOptions,
  trainingRunArguments,
} from '../../reference/training/training-run.ts';
import { onDevice, upload } from '../device.ts';
import { accuracy } from '../metrics/accuracy.ts';
import { meanMetric } from '../metrics/mean-metric.ts';
import { activate } from '../perceptron/shared/activate.ts';
import * as tf from '../tf.ts';

interface Variables {
  w: tf.Variable<tf.Rank.R2>;
  b: tf.Variable<tf.Rank.R1>;
  activation: Activation;
}

/**
 * A training on the backend that is running, as it is written with tfjs: variables, an optimizer that minimizes the loss
 * of each batch by autodiff, metrics that accumulate. See the reference for the formula, shapes and errors.
 */
export async function trainingRun(
  x: NdArray,
  t: NdArray,
  layers: readonly MlpLayer[],
  random: readonly NdArray[],
  options: TrainingRunOptions = {},
): Promise<TrainingRun> {
  const { N, learningRate, batchSize } = trainingRunArguments(x, t, layers, random, options);
  const variables = layers.map(({ w, b, activation }): Variables => ({ w: variable(w), b: variable(b), activation }));
  const optimizer = tf.train.sgd(learningRate);
  const epochs: { loss: number; accuracy: number }[] = [];
  try {
    for (const draws of random) {
      const batches = miniBatches(shuffleIndices(N, draws), batchSize);
      epochs.push(await trainedEpoch(x, t, variables, batches, optimizer));
    }
    const trained = await onDevice<LayerWeights[]>(() => variables.map(({ w, b }) => ({ w: w.clone(), b: b.clone() })));
    return {
      layers: trained,
      loss: vector(epochs.map((epoch) => epoch.loss)),
      accuracy: vector(epochs.map((epoch) => epoch.accuracy)),
    };
  } finally {
    optimizer.dispose();
    for (const { w, b } of variables) tf.dispose([w, b]);
  }
}

function variable<R extends tf.Rank>(from: NdArray): tf.Variable<R> {
  return tf.tidy(() => tf.variable<R>(upload(from)));
}

async function trainedEpoch(
  x: NdArray,
  t: NdArray,
  variables: readonly Variables[],
  batches: readonly NdArray[],
  optimizer: tf.Optimizer,
): Promise<{ loss: number; accuracy: number }> {
  let loss: MeanState & { result: number } = { total: 0, count: 0, result: 0 };
  let right = loss;
  for (const batch of batches) {
    const [inputs, targets] = await onDevice<[NdArray, NdArray]>(() => {
      const indices = tf.tensor1d([...flat(batch)], 'int32');
      return [tf.gather(upload(x), indices), tf.gather(upload(t), indices)];
    });
    const before = await onDevice<{ logits: NdArray; loss: number }>(() => {
      const logits = forward(upload(inputs), variables);
      const minimized = optimizer.minimize(
        () => crossEntropy(forward(upload(inputs), variables), targets),
        true,
        variables.flatMap(({ w, b }): tf.Variable[] => [w, b]),
      );
      return { logits, loss: minimized as tf.Scalar };
    });
    loss = await meanMetric(loss, vector([before.loss]), { weights: vector([batch.size]) });
    right = await accuracy(right, before.logits, targets);
  }
  return { loss: loss.result, accuracy: right.result };
}

function forward(x: tf.Tensor2D, layers: readonly Variables[]): tf.Tensor2D {
  return layers.reduce((a, { w, b, activation }) => activate(tf.add<tf.Tensor2D>(tf.matMul(a, w), b), activation), x);
}

/** The mean over the batch; classes become one-hot rows here, since tf.oneHot refuses a depth of 1. */
function crossEntropy(logits: tf.Tensor2D, t: NdArray): tf.Scalar {
  const C = logits.shape[1];
  const rows =
    t.shape.length === 2
      ? t
      : tensor(
          [t.size, C],
          [...flat(t)].flatMap((k) => oneHotRow(k, C)),
        );
  return tf.neg(tf.mean<tf.Scalar>(tf.sum(tf.mul(upload(rows), tf.logSoftmax(logits)), 1)));
}

function oneHotRow(index: number, classes: number): number[] {
  return Array.from({ length: classes }, (_, c) => (c === index ? 1 : 0));
}
