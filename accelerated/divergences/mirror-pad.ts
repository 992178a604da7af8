import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in mirror pad. */
export const divergences: readonly Divergence[] = [
  {
    id: 'mirror-pad-gradient',
    op: 'gradient of mirrorPad',
    input: "tf.grad((x) => tf.mirrorPad(x, [[0, 1]], 'symmetric'))([1])",
    truth: [2],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.mirrorPad(x, [[0, 1]], 'symmetric'))(tf.tensor1d([1])),
  },
];
