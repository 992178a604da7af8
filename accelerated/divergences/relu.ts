import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in relu. */
export const divergences: readonly Divergence[] = [
  {
    id: 'relu6-of-nan',
    op: 'relu6',
    input: 'tf.relu6(NaN)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    wgsl: true,
    measure: () => tf.relu6(tf.tensor1d([Number.NaN])),
  },
];
