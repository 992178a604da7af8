import { type Elements, expectNumbers } from '../../reference/elementwise.ts';
import { filling } from '../../reference/tensors/constant.ts';
import { shapeOf } from '../../reference/tensors/shared/elements.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** A tensor of given values on the backend that is running; see the reference for the formula, shapes and errors. */
export async function constant(value: Elements, shape?: readonly number[]): Promise<Elements> {
  expectNumbers('value', value);
  filling(value, shape === undefined ? shapeOf(value) : shape); // not `??`: null is refused, not left out
  return onDevice(() => {
    if (shape === undefined) return upload(value);
    return typeof value === 'number' ? tf.fill([...shape], value) : tf.reshape(upload(value), [...shape]);
  });
}
