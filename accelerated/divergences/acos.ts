import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in what WGSL leaves open. */
export const divergences: readonly Divergence[] = [
  {
    id: 'acos-of-zero',
    op: 'acos',
    input: 'tf.acos(0)',
    truth: [Math.PI / 2],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    wgsl: true,
    measure: () => tf.acos(tf.tensor1d([0])),
  },
  {
    id: 'tan-of-small',
    op: 'tan',
    input: 'tf.tan(2 ** -5)',
    truth: [0.031260176501255954],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    wgsl: true,
    measure: () => tf.tan(tf.tensor1d([2 ** -5])),
  },
];
