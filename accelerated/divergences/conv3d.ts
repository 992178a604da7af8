import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in conv3d. */
export const divergences: readonly Divergence[] = [
  {
    id: 'conv3d-filter-gradient',
    op: 'gradient of conv3d by the kernel',
    input: "tf.conv3d([[[[[1]]]]], [[[[[1]]]]], 1, 'valid')",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () =>
      tf.grad((k) => tf.conv3d(tf.ones<tf.Rank.R5>([1, 1, 1, 1, 1]), k as tf.Tensor5D, 1, 'valid'))(
        tf.ones([1, 1, 1, 1, 1]),
      ),
  },
];
