import type { Elements } from '../../reference/elementwise.ts';
import { squeezedShape } from '../../reference/tensors/squeeze.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** A tensor without axes of length 1 on the backend that is running; see the reference for the formula, shapes and errors. */
export async function squeeze(x: Elements, axes?: readonly number[]): Promise<Elements> {
  squeezedShape(x, axes);
  return onDevice(() => tf.squeeze(upload(x), axes && [...axes]));
}
