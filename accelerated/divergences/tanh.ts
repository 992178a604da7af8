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
    runs: { kernel: 'Tanh', wrongAt: (x) => x !== 0 && Math.abs(x) < 1 / 64 },
    measure: () => tf.tanh(tf.tensor1d([1e-8])),
  },
];
