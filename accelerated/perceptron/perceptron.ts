import type { NdArray } from '../../reference/ndarray.ts';
import { expectPerceptronArguments } from '../../reference/perceptron/perceptron.ts';
import { onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';

/** A single neuron on the backend that is running; see the reference for the formula, shapes and errors. */
export async function perceptron(x: NdArray, w: NdArray, bias = 0): Promise<number> {
  expectPerceptronArguments(x, w, bias);
  return onDevice(() => perceptronTensors(upload(x), upload(w), bias));
}

function perceptronTensors(x: tf.Tensor1D, w: tf.Tensor1D, bias: number): tf.Tensor {
  return tf.cast(tf.greaterEqual(tf.dot(x, w), tf.scalar(-bias)), 'float32');
}
