import type { Elements } from '../../reference/elementwise.ts';
import { expandedShape } from '../../reference/tensors/expand-dims.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** A tensor with a new axis of length 1 on the backend that is running; see the reference for the formula, shapes and errors. */
export async function expandDims(x: Elements, axis = 0): Promise<Elements> {
  expandedShape(x, axis);
  return onDevice(() => tf.expandDims(upload(x), axis));
}
