import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in max. */
export const divergences: readonly Divergence[] = [
  {
    id: 'max-gradient-at-ties',
    op: 'gradient of max',
    input: 'tf.grad(tf.max)([1, 1])',
    truth: [0.5, 0.5],
    upstream: 'not reported',
    instead: 'globalMaxPool2d and the normalizations pick the first of the largest by a mask',
    measure: () => tf.grad((x) => tf.max(x))(tf.tensor1d([1, 1])),
  },
  {
    id: 'min-gradient-at-ties',
    op: 'gradient of min',
    input: 'tf.grad(tf.min)([1, 1])',
    truth: [0.5, 0.5],
    upstream: 'not reported',
    instead: 'the normalizations pick the first of the largest of -x by a mask',
    measure: () => tf.grad((x) => tf.min(x))(tf.tensor1d([1, 1])),
  },
  {
    id: 'maximum-of-nan',
    op: 'maximum',
    input: 'tf.maximum(0, NaN)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.maximum(tf.tensor1d([0]), tf.tensor1d([Number.NaN])),
  },
  {
    id: 'minimum-of-nan',
    op: 'minimum',
    input: 'tf.minimum(0, NaN)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.minimum(tf.tensor1d([0]), tf.tensor1d([Number.NaN])),
  },
  {
    id: 'minimum-second-derivative',
    op: 'second derivative of minimum',
    input: 'tf.grad(tf.grad((x) => tf.square(tf.minimum(x, 4))))(2)',
    truth: [2],
    upstream: 'not reported',
    instead: 'no formula differentiates twice through it',
    measure: () => tf.grad(tf.grad((x) => tf.square(tf.minimum(x, 4))))(tf.tensor1d([2])),
  },
  {
    id: 'maximum-gradient-broadcast',
    op: 'gradient of maximum, broadcast',
    input: 'tf.grad((x) => tf.maximum(x, [1, 2]))([3])',
    truth: [2],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.maximum(x, [1, 2]))(tf.tensor1d([3])),
  },
  {
    id: 'minimum-gradient-broadcast',
    op: 'gradient of minimum, broadcast',
    input: 'tf.grad((x) => tf.minimum(x, [1, 2]))([0])',
    truth: [2],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.minimum(x, [1, 2]))(tf.tensor1d([0])),
  },
];
