import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in softplus. */
export const divergences: readonly Divergence[] = [
  {
    id: 'softplus-of-negative',
    op: 'softplus',
    input: 'tf.softplus(-13)',
    truth: [2.2603269e-6],
    tolerance: 1e-11,
    upstream: 'not reported',
    instead: 'the bound of binaryCrossEntropy allows the errors of exp and log',
    runs: { kernel: 'Softplus', wrongAt: (x) => Math.exp(x) < 1 / 64 },
    measure: () => tf.softplus(tf.tensor1d([-13])),
  },
  {
    id: 'log-sigmoid-of-large',
    op: 'logSigmoid',
    input: 'tf.logSigmoid(13)',
    truth: [-2.2603269e-6],
    tolerance: 1e-11,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.logSigmoid(tf.tensor1d([13])),
  },
];
