import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in floor div. */
export const divergences: readonly Divergence[] = [
  {
    id: 'floor-div-gradient',
    op: 'gradient of floorDiv',
    input: 'tf.grad((x) => tf.floorDiv(x, 2))(1)',
    truth: [0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.floorDiv(x, 2))(tf.tensor1d([1])),
  },
  {
    id: 'floor-div-of-zeros',
    op: 'floorDiv',
    input: 'tf.floorDiv(0, 0)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.floorDiv(tf.tensor1d([0]), tf.tensor1d([0])),
  },
  {
    id: 'floor-div-of-large',
    op: 'floorDiv',
    input: 'tf.floorDiv(1e10, 1)',
    truth: [1e10],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.floorDiv(tf.tensor1d([1e10]), tf.tensor1d([1])),
  },
  {
    id: 'floor-div-of-largest-int32',
    op: 'floorDiv',
    input: 'tf.floorDiv(2147483647, 1), both int32',
    truth: [2147483647],
    tolerance: 0,
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.floorDiv(tf.tensor1d([2147483647], 'int32'), tf.tensor1d([1], 'int32')),
  },
  {
    id: 'floor-div-one-by-zero',
    op: 'floorDiv',
    input: 'tf.floorDiv(1, 0)',
    truth: [Infinity],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    wgsl: true,
    measure: () => tf.floorDiv(tf.tensor1d([1]), tf.tensor1d([0])),
  },
];
