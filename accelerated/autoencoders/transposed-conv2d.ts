import {
  expectTransposedConv2dArguments,
  type TransposedConv2dOptions,
} from '../../reference/autoencoders/transposed-conv2d.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { ensureFilterGradient } from '../convolution/shared/filter-gradient.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { workaround } from '../workaround.ts';

/** Transposed convolution on the backend that is running; see the reference for the formula, shapes and errors. */
export async function transposedConv2d(
  y: NdArray,
  kernel: NdArray,
  options: TransposedConv2dOptions = {},
): Promise<NdArray> {
  const complete = expectTransposedConv2dArguments(y, kernel, options);
  return onDevice(() => transposedConv2dTensors(upload(y), upload(kernel), complete));
}

/** The gradient of sum(upstream * transposedConv2d(y, kernel)) by both, by autodiff. */
export async function transposedConv2dGradient(
  upstream: NdArray,
  y: NdArray,
  kernel: NdArray,
  options: TransposedConv2dOptions = {},
): Promise<{ y: NdArray; kernel: NdArray }> {
  const complete = expectTransposedConv2dArguments(y, kernel, options);
  ensureFilterGradient();
  return autodiff({ y, kernel }, upstream, (inputs: { y: tf.Tensor4D; kernel: tf.Tensor4D }) =>
    transposedConv2dTensors(inputs.y, inputs.kernel, complete),
  );
}

/**
 * Rows and columns after the last copy of the kernel are appended as zeros: as part of the result under 'same', their
 * gradient is a convolution for which wasm gives zeros.
 */
function transposedConv2dTensors(
  y: tf.Tensor4D,
  kernel: tf.Tensor4D,
  { strides, padding }: Required<TransposedConv2dOptions>,
): tf.Tensor4D {
  const along = (axis: 0 | 1): { printed: number; blank: number } => {
    const [stride, taps] = [strides[axis], kernel.shape[axis]];
    const all = stride * (y.shape[axis + 1] as number);
    const full = all - stride + taps;
    return { printed: padding === 'same' ? Math.min(all, full) : full, blank: Math.max(stride - taps, 0) };
  };
  const [rows, columns] = [along(0), along(1)];
  if (rows.blank > 0 || columns.blank > 0) workaround('conv2d-transpose-beyond-last-print');
  const printed: [number, number, number, number] = [y.shape[0], rows.printed, columns.printed, kernel.shape[2]];
  return tf.pad4d(tf.conv2dTranspose(y, kernel, printed, strides, padding), [
    [0, 0],
    [0, rows.blank],
    [0, columns.blank],
    [0, 0],
  ]);
}
