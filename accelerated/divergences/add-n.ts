import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in addN. */
export const divergences: readonly Divergence[] = [
  {
    id: 'add-n-of-eight',
    op: 'addN',
    input: 'tf.addN of [1], [2], … [8]',
    truth: [36],
    upstream: 'not reported',
    instead: 'gradients add their terms two by two',
    measure: () => tf.addN([1, 2, 3, 4, 5, 6, 7, 8].map((x) => tf.tensor1d([x]))),
  },
];
