import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in erf. */
export const divergences: readonly Divergence[] = [
  {
    id: 'erf-near-zero',
    op: 'erf',
    input: 'tf.erf(1e-3)',
    truth: [0.0011283787909692363],
    tolerance: 5e-9,
    upstream: 'not reported',
    instead: 'the bound of gelu takes in what its polynomial is off by, 1.5e-7',
    runs: { kernel: 'Erf', wrongAt: (x) => x !== 0 && Math.abs(x) < 1 / 64 },
    measure: () => tf.erf(tf.tensor1d([1e-3])),
  },
];
