import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in sigmoid. */
export const divergences: readonly Divergence[] = [
  {
    id: 'sigmoid-gradient-of-large',
    op: 'gradient of sigmoid',
    input: 'tf.grad(tf.sigmoid)(20)',
    truth: [2.061153613941849e-9],
    tolerance: 1e-12,
    upstream: 'not reported',
    instead: 'sigmoidDerivative multiplies sigmoid(d) by sigmoid(-d); elsewhere the bound takes the cancellation in',
    runs: { kernel: 'Sigmoid', gradient: true, wrongAt: (sigmoid) => 1 - sigmoid < 1 / 64 },
    measure: () => tf.grad((x) => tf.sigmoid(x))(tf.tensor1d([20])),
  },
  {
    id: 'tanh-gradient-of-large',
    op: 'gradient of tanh',
    input: 'tf.grad(tf.tanh)(10)',
    truth: [8.244614513e-9],
    tolerance: 1e-12,
    upstream: 'not reported',
    instead: 'the bound takes the cancellation in',
    runs: { kernel: 'Tanh', gradient: true, wrongAt: (tanh) => 1 - tanh ** 2 < 1 / 64 },
    measure: () => tf.grad((x) => tf.tanh(x))(tf.tensor1d([10])),
  },
];
