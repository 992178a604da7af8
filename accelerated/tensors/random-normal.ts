import type { Elements } from '../../reference/elementwise.ts';
import { tensor } from '../../reference/ndarray.ts';
import { expectNormal, type NormalOptions } from '../../reference/tensors/random-normal.ts';
import { randomUnits } from '../../reference/tensors/shared/random-bits.ts';
import { sizeOf } from '../../reference/tensors/shared/shape.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Normal draws on the backend that is running, from the reference's bits; see there for the formula, shapes and errors. */
export async function randomNormal(
  shape: readonly number[],
  seed: number,
  options: NormalOptions = {},
): Promise<Elements> {
  expectNormal(shape, seed, options);
  const { mean = 0, deviation = 1 } = options;
  return onDevice(() => tf.add(tf.mul(normalTensor(shape, seed), deviation), mean));
}

/** Draws of the standard normal distribution. */
export function normalTensor(shape: readonly number[], seed: number): tf.Tensor {
  const size = sizeOf(shape);
  const u = tensor([size, 2], randomUnits(seed, 2 * size));
  const [radius, angle] = tf.unstack(upload(u), 1) as [tf.Tensor, tf.Tensor];
  const z = tf.mul(tf.sqrt(tf.mul(tf.log(radius), -2)), tf.cos(tf.mul(angle, 2 * Math.PI)));
  return tf.reshape(z, [...shape]);
}
