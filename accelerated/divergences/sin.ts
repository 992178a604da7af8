import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in sin. */
export const divergences: readonly Divergence[] = [
  {
    id: 'sin-of-minus-a-thousandth',
    op: 'sin',
    input: 'tf.sin(-1e-3)',
    truth: [-0.0009999998333333417],
    tolerance: 4e-9,
    upstream: 'not reported',
    instead: 'the bound takes it in',
    runs: { kernel: 'Sin', wrongAt: (x) => x !== 0 && Math.abs(x) < 1 / 64 },
    wgsl: true,
    measure: () => tf.sin(tf.tensor1d([-1e-3])),
  },
  {
    id: 'cos-near-its-zero',
    op: 'cos',
    input: 'tf.cos(-1.541)',
    truth: [0.029791909443461034],
    tolerance: 1e-7,
    upstream: 'not reported',
    instead: 'the bound takes it in',
    runs: { kernel: 'Cos', wrongAt: (x) => Math.abs(Math.cos(x)) < 1 / 64 },
    wgsl: true,
    measure: () => tf.cos(tf.tensor1d([-1.541])),
  },
];
