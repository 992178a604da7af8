import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** A result that is never written shows what stood in its place: here a seven. */
async function overUsedMemory(compute: () => tf.Tensor): Promise<tf.Tensor> {
  const before = Array.from({ length: 8 }, () => tf.add(tf.tensor1d([3]), 4));
  await Promise.all(before.map((tensor) => tensor.data()));
  tf.dispose(before);
  return compute();
}

/** Divergences of tfjs in reductions of nothing. */
export const divergences: readonly Divergence[] = [
  {
    id: 'mean-of-nothing',
    op: 'mean',
    input: 'tf.mean([])',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => overUsedMemory(() => tf.mean(tf.tensor1d([]))),
  },
  {
    id: 'sum-of-nothing',
    op: 'sum',
    input: 'tf.sum([])',
    truth: [0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => overUsedMemory(() => tf.sum(tf.tensor1d([]))),
  },
  {
    id: 'max-of-nothing',
    op: 'max',
    input: 'tf.max([])',
    truth: [-Infinity],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => overUsedMemory(() => tf.max(tf.tensor1d([]))),
  },
  {
    id: 'prod-of-nothing',
    op: 'prod',
    input: 'tf.prod([])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => overUsedMemory(() => tf.prod(tf.tensor1d([]))),
  },
  {
    id: 'mat-mul-over-nothing',
    op: 'matMul',
    input: 'tf.matMul([[]], ones [0, 1])',
    truth: [0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => overUsedMemory(() => tf.matMul(tf.tensor2d([], [1, 0]), tf.tensor2d([], [0, 1]))),
  },
  {
    id: 'all-of-nothing',
    op: 'all',
    input: 'tf.all([])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => overUsedMemory(() => tf.all(tf.tensor1d([], 'bool'))),
  },
  {
    id: 'min-of-nothing',
    op: 'min',
    input: 'tf.min([])',
    truth: [Infinity],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => overUsedMemory(() => tf.min(tf.tensor1d([]))),
  },
];
