import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in mat mul. */
export const divergences: readonly Divergence[] = [
  {
    id: 'mat-mul-gradient-broadcast',
    op: 'gradient of matMul, batches broadcast',
    input: 'tf.grad((b) => tf.matMul(ones [2, 1, 1], b))([[[1]]])',
    truth: [2],
    upstream: '#8721',
    instead: 'batches are repeated before they are multiplied',
    measure: () => tf.grad((b) => tf.matMul(tf.ones([2, 1, 1]), b))(tf.ones([1, 1, 1])),
  },
  {
    id: 'mat-mul-of-crossed-batches',
    op: 'matMul, both batches broadcast',
    input: 'tf.matMul of ones [2, 1, 1, 1] and [1, 2, 1, 1]',
    truth: [1, 1, 1, 1],
    upstream: 'not reported',
    instead: 'batches are repeated before they are multiplied',
    measure: () => tf.matMul(tf.ones([2, 1, 1, 1]), tf.ones([1, 2, 1, 1])),
  },
  {
    id: 'mat-mul-of-int32',
    op: 'matMul, int32',
    input: 'tf.matMul([[2]], [[3]]), both int32',
    truth: [6],
    upstream: '#3947',
    instead: 'nothing: no formula meets it',
    measure: () => tf.matMul(tf.tensor2d([[2]], [1, 1], 'int32'), tf.tensor2d([[3]], [1, 1], 'int32')),
  },
  {
    id: 'fused-mat-mul-relu-of-nan',
    op: 'fused.matMul, relu',
    input: "tf.fused.matMul({ a: [[NaN]], b: [[1]], activation: 'relu' })",
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.fused.matMul({ a: tf.tensor2d([[Number.NaN]]), b: tf.tensor2d([[1]]), activation: 'relu' }),
  },
];
