import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

const ones = { kernelInitializer: 'ones', recurrentInitializer: 'ones' } as const;
const sequence = (...xs: number[]): tf.Tensor => tf.tensor(xs, [1, xs.length, 1]);
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Two steps of 1 and 0, the second one masked. */
function masked(layer: tf.layers.Layer): tf.Tensor {
  const input = tf.input({ shape: [2, 1] });
  const output = layer.apply(tf.layers.masking({ maskValue: 0 }).apply(input)) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: output }).predict(sequence(1, 0)) as tf.Tensor;
}

/** The deviation of 10,000 weights over the nominal one, to two places. */
function relativeDeviation(initializer: { apply(shape: number[]): tf.Tensor }, nominal: number): tf.Tensor {
  const deviation = tf.sqrt(tf.moments(initializer.apply([100, 100])).variance);
  return tf.div(tf.round(tf.mul(deviation, 100 / nominal)), 100);
}

/** Divergences of the layers of tfjs from Keras, whose names they bear. */
export const divergences: readonly Divergence[] = [
  {
    id: 'lstm-default-recurrent-activation',
    op: 'layers.lstm, defaults',
    input: 'units 1, kernels of ones, unitForgetBias false, x = [[[1]]]',
    truth: [sigmoid(1) * Math.tanh(sigmoid(1) * Math.tanh(1))],
    tolerance: 1e-4,
    upstream: 'not reported',
    instead: 'lstm is made of tf.basicLSTMCell, whose gates are sigmoids',
    measure: () => tf.layers.lstm({ units: 1, ...ones, unitForgetBias: false }).apply(sequence(1)) as tf.Tensor,
  },
  {
    id: 'gru-default-recurrent-activation',
    op: 'layers.gru, defaults',
    input: 'units 1, kernels of ones, x = [[[1]]]',
    truth: [(1 - sigmoid(1)) * Math.tanh(1)],
    tolerance: 1e-4,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.layers.gru({ units: 1, ...ones }).apply(sequence(1)) as tf.Tensor,
  },
  {
    id: 'gru-reset-after',
    op: 'layers.gru, resetAfter',
    input: "units 1, kernels of ones, recurrentActivation 'sigmoid', resetAfter true, x = [[[1]]]",
    truth: [(1 - sigmoid(1)) * Math.tanh(1)],
    tolerance: 1e-4,
    upstream: '#5728',
    instead: 'nothing: no formula meets it',
    measure: () => {
      // Its type does not know the option that it reads.
      const options = { units: 1, ...ones, recurrentActivation: 'sigmoid', resetAfter: true } as const;
      return tf.layers.gru(options).apply(sequence(1)) as tf.Tensor;
    },
  },
  {
    id: 'lstm-masked-step',
    op: 'layers.lstm, masking',
    input: 'units 1, kernels of ones, x = [[[1], [0]]], the second step masked',
    truth: [sigmoid(1) * Math.tanh(sigmoid(1) * Math.tanh(1))],
    tolerance: 1e-4,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => masked(tf.layers.lstm({ units: 1, ...ones, unitForgetBias: false, recurrentActivation: 'sigmoid' })),
  },
  {
    id: 'simple-rnn-masked-step',
    op: 'layers.simpleRNN, masking',
    input: 'units 1, kernels of ones, x = [[[1], [0]]], the second step masked',
    truth: [Math.tanh(1)],
    tolerance: 1e-4,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => masked(tf.layers.simpleRNN({ units: 1, ...ones })),
  },
  {
    id: 'elu-layer-alpha',
    op: 'layers.elu, alpha 2',
    input: 'x = [[-1]]',
    truth: [2 * Math.expm1(-1)],
    tolerance: 1e-5,
    upstream: 'not reported',
    instead: 'no formula meets it',
    measure: () => tf.layers.elu({ alpha: 2 }).apply(tf.tensor2d([[-1]])) as tf.Tensor,
  },
  {
    id: 'glorot-normal-deviation',
    op: 'initializers.glorotNormal',
    input: 'deviation of [100, 100] over sqrt(2 / 200), seed 1',
    truth: [1],
    tolerance: 0.03,
    upstream: 'not reported',
    instead: 'glorotNormal scales given normal numbers',
    measure: () => relativeDeviation(tf.initializers.glorotNormal({ seed: 1 }), 0.1),
  },
  {
    id: 'he-normal-deviation',
    op: 'initializers.heNormal',
    input: 'deviation of [100, 100] over sqrt(2 / 100), seed 1',
    truth: [1],
    tolerance: 0.03,
    upstream: 'not reported',
    instead: 'no formula meets it',
    measure: () => relativeDeviation(tf.initializers.heNormal({ seed: 1 }), Math.sqrt(0.02)),
  },
  {
    id: 'lecun-normal-too-narrow',
    op: 'initializers.leCunNormal',
    input: 'deviation of [100, 100] over sqrt(1 / 100), seed 1',
    truth: [1],
    tolerance: 0.03,
    upstream: 'not reported',
    instead: 'no formula meets it',
    measure: () =>
      tf.div(tf.sqrt(tf.moments(tf.initializers.leCunNormal({ seed: 1 }).apply([100, 100])).variance), 0.1),
  },
];
