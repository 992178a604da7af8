import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** One step from 0 after another along given gradients: where it ends. */
function after(optimizer: tf.Optimizer, ...gradients: readonly number[]): tf.Tensor {
  const theta = tf.variable(tf.tensor1d([0]), true);
  for (const gradient of gradients) optimizer.applyGradients([{ name: theta.name, tensor: tf.tensor1d([gradient]) }]);
  const end = tf.clone(theta as tf.Tensor);
  optimizer.dispose();
  theta.dispose();
  return end;
}

/** Divergences of the optimizers of tfjs. */
export const divergences: readonly Divergence[] = [
  {
    id: 'rmsprop-centered-small-gradients',
    op: 'train.rmsprop, centered',
    input: 'rate 0.1, decay 0, momentum 0, epsilon 1e-8; from 0 along gradient 1e-3',
    truth: [-1.0000000149],
    tolerance: 1e-2,
    upstream: 'not reported',
    instead: 'rmsprop is written out and not centered',
    measure: () => after(tf.train.rmsprop(0.1, 0, 0, 1e-8, true), 1e-3),
  },
  {
    id: 'adadelta-old-accumulator',
    op: 'train.adadelta',
    input: 'rate 1, rho 0.5, epsilon 1e-2; from 0 along gradient 1',
    // sqrt(1e-2) / sqrt(0.5 + 1e-2)
    truth: [-0.14002800840280097],
    tolerance: 1e-5,
    upstream: 'not reported',
    instead: 'no formula meets it',
    measure: () => after(tf.train.adadelta(1, 0.5, 1e-2), 1),
  },
  {
    id: 'adagrad-epsilon-inside-root',
    op: 'train.adagrad',
    input: 'rate 1, accumulator 0 at first; from 0 along gradient 1e-4',
    // TensorFlow's Keras adds 1e-7 after the root
    truth: [-0.999000999000999],
    tolerance: 1e-5,
    upstream: 'not reported',
    instead: 'adagrad is written out, epsilon inside or outside',
    measure: () => after(tf.train.adagrad(1, 0), 1e-4),
  },
  {
    id: 'adam-correction-in-float32',
    op: 'train.adam',
    input: 'rate 1; from 0 along gradient 1',
    truth: [-0.9999999],
    tolerance: 1e-6,
    upstream: 'not reported',
    instead: 'adam takes 1 - beta and the corrections in float64',
    measure: () => after(tf.train.adam(1, 0.9, 0.999, 1e-7), 1),
  },
];
