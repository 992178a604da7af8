import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in mat mul. */
export const divergences: readonly Divergence[] = [
  {
    id: 'mat-mul-gradient-broadcast',
    op: 'gradient of matMul, batches broadcast',
    input: 'tf.grad((b) => tf.matMul(ones [2, 1, 1], b))([[[1]]])',
    truth: [2],
    upstream: '#8721',
    instead: 'nothing: no formula meets it',
    affects: ['matmul'],
    measure: () => tf.grad((b) => tf.matMul(tf.ones([2, 1, 1]), b))(tf.ones([1, 1, 1])),
  },
];
