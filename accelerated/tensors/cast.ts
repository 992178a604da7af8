import { type Elements, expectNumbers } from '../../reference/elementwise.ts';
import { expectChoice } from '../../reference/options.ts';
import { DTYPES, type DType } from '../../reference/tensors/cast.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** The elements of a tensor as another type, on the backend that is running; see the reference for the rules. */
export async function cast(x: Elements, dtype: DType): Promise<Elements> {
  expectChoice('dtype', dtype, DTYPES);
  expectNumbers('x', x);
  return onDevice(() => CASTS[dtype](upload(x)));
}

const CASTS: Readonly<Record<DType, (x: tf.Tensor) => tf.Tensor>> = {
  float32: (x) => tf.cast(x, 'float32'),
  int32: (x) => {
    // What does not fit is left to each device: NaN as well.
    const fits = tf.logicalAnd(tf.greaterEqual(x, -(2 ** 31)), tf.less(x, 2 ** 31));
    const whole = tf.cast(tf.cast(tf.where(fits, x, tf.zerosLike(x)), 'int32'), 'float32');
    return tf.where(fits, whole, tf.fill(x.shape, -(2 ** 31)));
  },
  bool: (x) => {
    workaround('cast-of-nan-to-bool');
    workaround('cast-of-fraction-to-bool');
    return tf.cast(tf.logicalNot(tf.equal(x, 0)), 'float32');
  },
};
