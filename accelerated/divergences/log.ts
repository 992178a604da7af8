import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in log. */
export const divergences: readonly Divergence[] = [
  {
    id: 'log-of-zero',
    op: 'log',
    input: 'tf.log(0)',
    truth: [-Infinity],
    upstream: 'not reported',
    instead: 'accelerated/losses/shared/logarithm.ts puts -Infinity there',
    wgsl: true,
    measure: () => tf.log(tf.tensor1d([0])),
  },
  {
    id: 'log-sum-exp-of-minus-infinity',
    op: 'logSumExp',
    input: 'tf.logSumExp([-Infinity])',
    truth: [-Infinity],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.logSumExp(tf.tensor1d([-Infinity])),
  },
  {
    id: 'log-sum-exp-of-infinity',
    op: 'logSumExp',
    input: 'tf.logSumExp([Infinity, 1])',
    truth: [Infinity],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.logSumExp(tf.tensor1d([Infinity, 1])),
  },
];
