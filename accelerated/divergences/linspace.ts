import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in linspace. */
export const divergences: readonly Divergence[] = [
  {
    id: 'linspace-ends-elsewhere',
    op: 'linspace',
    input: 'tf.linspace(0, 1, 31)[30]',
    truth: [1],
    tolerance: 6e-8,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.slice(tf.linspace(0, 1, 31), [30], [1]),
  },
  {
    id: 'range-adds-up-its-errors',
    op: 'range',
    input: 'tf.range(0, 100, 0.1)[999]',
    truth: [99.9],
    tolerance: 1e-5,
    upstream: 'not reported',
    instead: 'each number is computed from its place',
    measure: () => tf.slice(tf.range(0, 100, 0.1), [999], [1]),
  },
];
