import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in prod. */
export const divergences: readonly Divergence[] = [
  {
    id: 'prod-gradient',
    op: 'gradient of prod',
    input: 'by x of tf.prod(x) at [2, 3]',
    truth: [3, 2],
    upstream: 'not reported',
    instead: 'the product is taken factor by factor',
    measure: () => tf.grad((x) => tf.prod(x))(tf.tensor1d([2, 3])),
  },
  {
    id: 'prod-gradient-of-negative-axis',
    op: 'gradient of prod',
    input: 'by x of tf.prod(x, -1) at [[2, 3]]',
    truth: [3, 2],
    upstream: 'not reported',
    instead: 'the product is taken factor by factor',
    measure: () => tf.grad((x) => tf.prod(x, -1))(tf.tensor2d([[2, 3]])),
  },
];
