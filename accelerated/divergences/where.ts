import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in where. */
export const divergences: readonly Divergence[] = [
  {
    id: 'where-gradient-through-condition',
    op: 'gradient of where',
    input: 'tf.grad((x) => tf.where(tf.greater(x, 0), x, 0))(1)',
    truth: [1],
    upstream: 'not reported',
    instead: 'conditions are steps, or the derivative is stated with customGrad',
    measure: () => tf.grad((x) => tf.where(tf.greater(x, 0), x, tf.zerosLike(x)))(tf.tensor1d([1])),
  },
  {
    id: 'strided-slice-gradient',
    op: 'gradient of stridedSlice',
    input: 'tf.grad((x) => tf.stridedSlice(x, [0], [1], [1]))([1])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.stridedSlice(x, [0], [1], [1]))(tf.tensor1d([1])),
  },
  {
    id: 'scatter-nd-gradient',
    op: 'gradient of scatterND',
    input: 'tf.grad((x) => tf.scatterND([[0]], x, [1]))([1])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.scatterND(tf.tensor2d([[0]], [1, 1], 'int32'), x, [1]))(tf.tensor1d([1])),
  },
  {
    id: 'topk-gradient',
    op: 'gradient of topk',
    input: 'tf.grad((x) => tf.topk(x, 1).values)([1])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.topk(x, 1).values)(tf.tensor1d([1])),
  },
  {
    id: 'where-gradient-of-infinity',
    op: 'gradient of where',
    input: 'tf.grad((x) => tf.log(tf.where(true, 0, x)))(1)',
    truth: [0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    wgsl: true,
    measure: () => tf.grad((x) => tf.log(tf.where(tf.tensor1d([1], 'bool'), tf.tensor1d([0]), x)))(tf.tensor1d([1])),
  },
  {
    id: 'where-of-rank-5',
    op: 'where',
    input: 'tf.where of [[[[[true]]]]], [[[[[1]]]]], [[[[[0]]]]]',
    truth: [1],
    upstream: 'not reported',
    instead: 'tensors are laid flat first',
    measure: () => tf.where(tf.ones([1, 1, 1, 1, 1], 'bool'), tf.ones([1, 1, 1, 1, 1]), tf.zeros([1, 1, 1, 1, 1])),
  },
];
