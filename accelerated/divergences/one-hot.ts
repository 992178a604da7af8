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
];
