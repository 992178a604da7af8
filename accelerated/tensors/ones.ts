import type { Elements } from '../../reference/elementwise.ts';
import { expectLengths } from '../../reference/tensors/shared/shape.ts';
import { onDevice } from '../device.ts';
import * as tf from '../tf.ts';

/** A tensor of ones on the backend that is running; see the reference for the formula, shapes and errors. */
export async function ones(shape: readonly number[]): Promise<Elements> {
  expectLengths('shape', shape);
  return onDevice(() => tf.ones([...shape]));
}
