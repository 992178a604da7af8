import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in tanh. */
export const divergences: readonly Divergence[] = [
  {
    id: 'tanh-near-zero',
    op: 'tanh',
    input: 'tf.tanh(1e-8)',
    truth: [1e-8],
    upstream: 'not reported',
    instead: 'the bound allows one rounding of 1',
    affects: ['tanh'],
    measure: () => tf.tanh(tf.tensor1d([1e-8])),
  },
];
