import type { Elements } from '../../reference/elementwise.ts';
import { resolvedShape } from '../../reference/tensors/reshape.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** A tensor in another shape on the backend that is running; see the reference for the formula, shapes and errors. */
export async function reshape(x: Elements, shape: readonly number[]): Promise<Elements> {
  const resolved = resolvedShape(x, shape);
  return onDevice(() => tf.reshape(upload(x), resolved));
}
