import type { Elements } from '../../reference/elementwise.ts';
import { concatenated } from '../../reference/tensors/concat.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** Tensors one after another along an axis on the backend that is running; see the reference for the formula, shapes and errors. */
export async function concat(tensors: readonly Elements[], axis = 0): Promise<Elements> {
  concatenated(tensors, axis);
  return onDevice(() =>
    tf.concat(
      tensors.map((x) => upload(x)),
      axis,
    ),
  );
}
