import * as tf from '@tensorflow/tfjs';
import type { Divergence } from '../divergence.ts';

/** Divergences of tfjs in relu. */
export const divergences: readonly Divergence[] = [
  {
    id: 'relu-of-nan',
    op: 'relu',
    input: 'tf.relu(NaN)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'NaN is refused at the door or carried by the reference',
    affects: ['relu'],
    measure: () => tf.relu(tf.tensor1d([Number.NaN])),
  },
  {
    id: 'relu6-of-nan',
    op: 'relu6',
    input: 'tf.relu6(NaN)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.relu6(tf.tensor1d([Number.NaN])),
  },
  {
    id: 'step-of-nan',
    op: 'step',
    input: 'tf.step(NaN)',
    truth: [Number.NaN],
    upstream: 'not reported',
    instead: 'nothing yet: no formula meets it',
    measure: () => tf.step(tf.tensor1d([Number.NaN])),
  },
];
