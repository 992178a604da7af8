import { expectGelu, type GeluOptions } from '../../reference/attention/gelu.ts';
import type { Elements } from '../../reference/elementwise.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import type * as tf from '../tf.ts';
import { exactGeluTensors, geluTensors } from './shared/gelu-tensors.ts';

/** Gelu on the backend that is running; see the reference for the formula, shapes and errors. */
export async function gelu(z: Elements, options: GeluOptions = {}): Promise<Elements> {
  const form = formOf(z, options);
  return onDevice(() => form(upload(z)));
}

/** The gradient of sum(upstream * gelu(z)) by z, by autodiff. */
export async function geluGradient(
  upstream: Elements,
  z: Elements,
  options: GeluOptions = {},
): Promise<{ z: Elements }> {
  const form = formOf(z, options);
  return autodiff({ z }, upstream, (inputs: { z: tf.Tensor }) => form(inputs.z));
}

function formOf(z: Elements, options: GeluOptions): (z: tf.Tensor) => tf.Tensor {
  return expectGelu(z, options).approximate === 'tanh' ? geluTensors : exactGeluTensors;
}
