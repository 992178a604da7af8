import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in crop and resize. */
export const divergences: readonly Divergence[] = [
  {
    id: 'crop-and-resize-gradient',
    op: 'gradient of image.cropAndResize',
    input: 'tf.image.cropAndResize([[[[1]]]], [[0, 0, 1, 1]], [0], [1, 1])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) =>
        tf.image.cropAndResize(x as tf.Tensor4D, tf.tensor2d([[0, 0, 1, 1]]), tf.tensor1d([0], 'int32'), [1, 1]),
      )(tf.ones([1, 1, 1, 1])),
  },
];
