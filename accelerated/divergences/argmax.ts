import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in argmax. */
export const divergences: readonly Divergence[] = [
  {
    id: 'arg-max-of-nan',
    op: 'argMax',
    input: 'tf.argMax([NaN, 1])',
    truth: [0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.cast(tf.argMax(tf.tensor1d([Number.NaN, 1])), 'float32'),
  },
];
