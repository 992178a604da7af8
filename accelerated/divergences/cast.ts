import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in cast. */
export const divergences: readonly Divergence[] = [
  {
    id: 'cast-of-nan-to-bool',
    op: 'cast to bool',
    input: 'tf.cast(NaN, bool)',
    truth: [1],
    upstream: 'not reported',
    instead: 'numbers are compared with 0',
    measure: () => tf.cast(tf.cast(tf.tensor1d([Number.NaN]), 'bool'), 'float32'),
  },
  {
    id: 'cast-of-fraction-to-bool',
    op: 'cast to bool',
    input: 'tf.cast(0.5, bool)',
    truth: [1],
    upstream: 'not reported',
    instead: 'numbers are compared with 0',
    measure: () => tf.cast(tf.cast(tf.tensor1d([0.5]), 'bool'), 'float32'),
  },
  {
    id: 'cast-to-int32-gradient',
    op: 'gradient of cast to int32',
    input: 'tf.grad((x) => tf.cast(x, int32))(1.5)',
    truth: [0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.cast(tf.cast(x, 'int32'), 'float32'))(tf.tensor1d([1.5])),
  },
  {
    id: 'cast-to-bool-gradient',
    op: 'gradient of cast to bool',
    input: 'tf.grad((x) => tf.cast(x, bool))(1.5)',
    truth: [0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.cast(tf.cast(x, 'bool'), 'float32'))(tf.tensor1d([1.5])),
  },
  {
    id: 'cast-256-to-bool',
    op: 'cast to bool',
    input: 'tf.cast(256, bool), from int32',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.cast(tf.tensor1d([256], 'int32'), 'bool'),
  },
];
