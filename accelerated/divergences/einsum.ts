import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in einsum. */
export const divergences: readonly Divergence[] = [
  {
    id: 'einsum-gradient',
    op: 'gradient of einsum',
    input: "tf.grad((x) => tf.einsum('i,i->', x, [1]))([1])",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.einsum('i,i->', x, tf.tensor1d([1])))(tf.tensor1d([1])),
  },
  {
    id: 'einsum-on-wasm',
    op: 'einsum',
    input: "tf.einsum('i,i->', [1], [1])",
    truth: [1],
    upstream: '#7439',
    instead: 'nothing: no formula meets it',
    measure: () => tf.einsum('i,i->', tf.tensor1d([1]), tf.tensor1d([1])),
  },
];
