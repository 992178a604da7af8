import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in softmax. */
export const divergences: readonly Divergence[] = [
  {
    id: 'softmax-of-first-axis',
    op: 'softmax, not of the last axis',
    input: 'tf.softmax([[0], [0]], 0)',
    truth: [0.5, 0.5],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.softmax(tf.zeros([2, 1]), 0),
  },
  {
    id: 'log-softmax-of-first-axis',
    op: 'logSoftmax, not of the last axis',
    input: 'tf.logSoftmax([[0], [0]], 0)',
    truth: [-Math.LN2, -Math.LN2],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.logSoftmax(tf.zeros([2, 1]), 0),
  },
];
