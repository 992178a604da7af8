import { type Elements, expectNumbers } from '../../reference/elementwise.ts';
import { expectFinite } from '../../reference/options.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** The step activation on the backend that is running; see the reference for the formula, shapes and errors. */
export async function step(z: Elements, threshold = 0): Promise<Elements> {
  expectFinite('threshold', threshold);
  expectNumbers('z', z);
  return onDevice(() => stepTensors(upload(z), threshold));
}

/** Not tf.step, which is 0 at the threshold. */
function stepTensors(z: tf.Tensor, threshold: number): tf.Tensor {
  const reached = tf.cast(tf.greaterEqual(z, tf.scalar(threshold)), 'float32');
  return tf.where(tf.isNaN(z), z, reached);
}
