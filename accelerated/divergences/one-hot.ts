import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in one hot. */
export const divergences: readonly Divergence[] = [
  {
    id: 'one-hot-depth-one',
    op: 'oneHot',
    input: 'tf.oneHot([0], 1)',
    truth: [1],
    upstream: 'not reported',
    instead: 'a depth of 1 gives ones',
    measure: () => tf.cast(tf.oneHot(tf.tensor1d([0], 'int32'), 1), 'float32'),
  },
  {
    id: 'one-hot-of-floats',
    op: 'oneHot, float32',
    input: "tf.oneHot([1], 2, 1, 0, 'float32')",
    truth: [0, 1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.oneHot(tf.tensor1d([1], 'int32'), 2, 1, 0, 'float32'),
  },
];
