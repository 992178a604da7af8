import type { Elements } from '../../../reference/elementwise.ts';
import { reduction as expectReducible, type ReduceOptions } from '../../../reference/tensors/shared/reduce.ts';
import { autodiff, onDevice, upload } from '../../device.ts';
import type * as tf from '../../tf.ts';

/** A reduction of TensorFlow.js: all axes where none is named. */
export type Reduction = (x: tf.Tensor, axes: number[] | undefined, keepDims: boolean | undefined) => tf.Tensor;

/** A reduction on the backend that is running. */
export async function reduced(x: Elements, options: ReduceOptions, reduction: Reduction): Promise<Elements> {
  expectReducible(x, options);
  return onDevice(() => withOptions(upload(x), options, reduction));
}

/** The gradient of sum(upstream * reduction) by x, by autodiff. */
export async function reducedGradient(
  upstream: Elements,
  x: Elements,
  options: ReduceOptions,
  reduction: Reduction,
): Promise<{ x: Elements }> {
  expectReducible(x, options);
  return autodiff({ x }, upstream, (inputs: { x: tf.Tensor }) => withOptions(inputs.x, options, reduction));
}

function withOptions(x: tf.Tensor, { axes, keepDims }: ReduceOptions, reduction: Reduction): tf.Tensor {
  return reduction(x, axes && [...axes], keepDims);
}
