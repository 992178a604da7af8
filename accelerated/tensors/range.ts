import type { NdArray } from '../../reference/ndarray.ts';
import { rangeLength } from '../../reference/tensors/range.ts';
import { onDevice } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** Numbers at equal distances on the backend that is running; see the reference for the formula, shapes and errors. */
export async function range(start: number, limit: number, delta = 1): Promise<NdArray> {
  const n = rangeLength(start, limit, delta);
  workaround('range-adds-up-its-errors');
  return onDevice(() => tf.add(tf.mul(tf.range(0, n), delta), start));
}
