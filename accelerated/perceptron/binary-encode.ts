import type { NdArray } from '../../reference/ndarray.ts';
import { expectBinaryEncodeArguments } from '../../reference/perceptron/binary-encode.ts';
import { onDevice } from '../device.ts';
import * as tf from '../tf.ts';

/** The bits of half a float32's whole numbers, so that nothing is rounded on the way to the device. */
const PART = 12;

/** Binary digits on the backend that is running; see the reference for the formula and its errors. */
export async function binaryEncode(value: number, bits: number): Promise<NdArray> {
  expectBinaryEncodeArguments(value, bits);
  const parts = Array.from(
    { length: Math.ceil(bits / PART) },
    (_, k) => Math.floor(value / 2 ** (PART * k)) % 2 ** PART,
  );
  return onDevice(() => binaryEncodeTensors(tf.tensor1d(parts.toReversed()), bits));
}

/** A digit is what a number has more than twice its rounded-down half; halves are products, which no backend rounds. */
function binaryEncodeTensors(parts: tf.Tensor1D, bits: number): tf.Tensor {
  const halves = tf.tensor1d(Array.from({ length: PART }, (_, k) => 2 ** (k + 1 - PART)));
  const shifted = tf.floor(tf.mul(tf.expandDims(parts, 1), halves));
  const digits = tf.sub(shifted, tf.mul(2, tf.floor(tf.mul(shifted, 0.5))));
  return tf.slice1d(tf.reshape(digits, [-1]), parts.size * PART - bits, bits);
}
