import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in cast. */
export const divergences: readonly Divergence[] = [
  {
    id: 'cast-of-nan',
    op: 'cast to int32',
    input: 'tf.cast(-1.5, int32)',
    truth: [-1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.cast(tf.cast(tf.tensor1d([-1.5]), 'int32'), 'float32'),
  },
  {
    id: 'cast-of-nan-to-bool',
    op: 'cast to bool',
    input: 'tf.cast(NaN, bool)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.cast(tf.cast(tf.tensor1d([Number.NaN]), 'bool'), 'float32'),
  },
  {
    id: 'cast-of-fraction-to-bool',
    op: 'cast to bool',
    input: 'tf.cast(0.5, bool)',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.cast(tf.cast(tf.tensor1d([0.5]), 'bool'), 'float32'),
  },
  {
    id: 'sum-of-large-whole-numbers',
    op: 'sum, int32',
    input: 'tf.sum([2 ** 24, 1]), int32',
    truth: [16777217],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.sum(tf.tensor1d([2 ** 24, 1], 'int32')),
  },
  {
    id: 'mean-of-whole-numbers',
    op: 'mean, int32',
    input: 'tf.mean([1, 2]), int32',
    truth: [1.5],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.mean(tf.tensor1d([1, 2], 'int32')),
  },
  {
    id: 'prod-of-whole-numbers',
    op: 'prod, int32',
    input: 'tf.prod([65537, 257]), int32',
    truth: [16843009],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.prod(tf.tensor1d([65537, 257], 'int32')),
  },
  {
    id: 'mul-of-large-whole-numbers',
    op: 'mul, int32',
    input: 'tf.mul(65537, 257), int32',
    truth: [16843009],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.mul(tf.tensor1d([65537], 'int32'), tf.tensor1d([257], 'int32')),
  },
];
