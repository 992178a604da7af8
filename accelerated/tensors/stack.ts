import type { Elements } from '../../reference/elementwise.ts';
import { stackedAxis } from '../../reference/tensors/stack.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Tensors beside each other along a new axis on the backend that is running; see the reference for the formula, shapes and errors. */
export async function stack(tensors: readonly Elements[], axis = 0): Promise<Elements> {
  const at = stackedAxis(tensors, axis);
  return onDevice(() =>
    tf.stack(
      tensors.map((x) => upload(x)),
      at,
    ),
  );
}
