import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in cumsum. */
export const divergences: readonly Divergence[] = [
  {
    id: 'cumsum-negative-axis',
    op: 'cumsum',
    input: 'tf.cumsum([1, 2], -1)',
    truth: [1, 3],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    poisons: true,
    measure: () => tf.cumsum(tf.tensor1d([1, 2]), -1),
  },
  {
    id: 'cumprod-negative-axis',
    op: 'cumprod',
    input: 'tf.cumprod([1, 2], -1)',
    truth: [1, 2],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    poisons: true,
    measure: () => tf.cumprod(tf.tensor1d([1, 2]), -1),
  },
  {
    id: 'cumsum-negative-axis-of-matrix',
    op: 'cumsum',
    input: 'tf.cumsum([[1, 2], [3, 4]], -1)',
    truth: [1, 3, 3, 7],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    poisons: true,
    measure: () =>
      tf.cumsum(
        tf.tensor2d([
          [1, 2],
          [3, 4],
        ]),
        -1,
      ),
  },
  {
    id: 'cumprod-gradient',
    op: 'gradient of cumprod',
    input: 'tf.grad((x) => tf.cumprod(x, 0))([2])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.cumprod(x, 0))(tf.tensor1d([2])),
  },
  {
    id: 'cumsum-gradient-first-axis',
    op: 'gradient of cumsum',
    input: 'tf.grad((x) => tf.slice(tf.cumsum(x, 0), [0, 0], [1, 2]))(ones [2, 2])',
    truth: [1, 1, 0, 0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.slice(tf.cumsum(x, 0), [0, 0], [1, 2]))(tf.ones([2, 2])),
  },
  {
    id: 'cumsum-gradient-of-column',
    op: 'gradient of cumsum',
    input: 'tf.grad((x) => tf.cumsum(x, 0))([[1], [1]])',
    truth: [2, 1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.cumsum(x, 0))(tf.ones([2, 1])),
  },
];
