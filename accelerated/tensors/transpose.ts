import type { Elements } from '../../reference/elementwise.ts';
import { resolvedPermutation } from '../../reference/tensors/transpose.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** A tensor with its axes in another order on the backend that is running; see the reference for the formula, shapes and errors. */
export async function transpose(x: Elements, perm?: readonly number[]): Promise<Elements> {
  const order = resolvedPermutation(x, perm);
  return onDevice(() => tf.transpose(upload(x), order));
}
