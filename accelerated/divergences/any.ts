import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in any. */
export const divergences: readonly Divergence[] = [
  {
    id: 'any-of-fractions',
    op: 'any, cast to bool',
    input: "tf.any(tf.cast([0.5], 'bool'))",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.cast(tf.any(tf.cast(tf.tensor1d([0.5]), 'bool')), 'float32'),
  },
  {
    id: 'all-of-fractions',
    op: 'all, cast to bool',
    input: "tf.all(tf.cast([0.5], 'bool'))",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.cast(tf.all(tf.cast(tf.tensor1d([0.5]), 'bool')), 'float32'),
  },
];
