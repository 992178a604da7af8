import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in qr. */
export const divergences: readonly Divergence[] = [
  {
    id: 'qr-of-zeros',
    op: 'linalg.qr',
    input: 'tf.linalg.qr([[0]])[0]',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.linalg.qr(tf.tensor2d([[0]]))[0],
  },
  {
    id: 'gram-schmidt-of-dependent',
    op: 'linalg.gramSchmidt',
    input: 'tf.linalg.gramSchmidt([[0]])',
    truth: [0],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.linalg.gramSchmidt(tf.tensor2d([[0]])) as tf.Tensor2D,
  },
];
