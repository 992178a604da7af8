import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in prod. */
export const divergences: readonly Divergence[] = [
  {
    id: 'prod-gradient-of-negative-axis',
    op: 'gradient of prod',
    input: 'by x of tf.prod(x, -1) at [[2, 3]]',
    truth: [3, 2],
    upstream: 'not reported',
    instead: 'axes are counted from the front',
    measure: () => tf.grad((x) => tf.prod(x, -1))(tf.tensor2d([[2, 3]])),
  },
];
