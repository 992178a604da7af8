import type { Elements } from '../../reference/elementwise.ts';
import { vector } from '../../reference/ndarray.ts';
import { expectUniform, type UniformOptions } from '../../reference/tensors/random-uniform.ts';
import { randomUnits } from '../../reference/tensors/shared/random-bits.ts';
import { sizeOf } from '../../reference/tensors/shared/shape.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Uniform draws on the backend that is running, from the reference's bits; see there for the formula, shapes and errors. */
export async function randomUniform(
  shape: readonly number[],
  seed: number,
  options: UniformOptions = {},
): Promise<Elements> {
  expectUniform(shape, seed, options);
  const { low = 0, high = 1 } = options;
  const u = vector(randomUnits(seed, sizeOf(shape)));
  return onDevice(() => tf.reshape(tf.add(tf.mul(upload(u), high - low), low), [...shape]));
}
