import { expectInteger, expectOptions } from '../options.ts';
import { kernelExtent } from './conv-output-size.ts';

export interface SamePaddingOptions {
  /** steps from one window to the next; default 1 */
  stride?: number;
  /** steps from one tap of the kernel to the next; default 1 */
  dilation?: number;
}

/**
 * Zeros that `same` padding puts around one axis, as TensorFlow counts them.
 *
 * $$p = \max\Bigl( \Bigl( \Bigl\lceil \frac{n}{s} \Bigr\rceil - 1 \Bigr) s + (k - 1) d + 1 - n,\; 0 \Bigr), \qquad
 * p_{\text{before}} = \Bigl\lfloor \frac{p}{2} \Bigr\rfloor, \qquad p_{\text{after}} = p - p_{\text{before}}$$
 *
 * - $n$ `size`: length of the axis, in elements
 * - $k$ `kernel`: taps of the kernel or window along it
 * - $s$ `stride`, $d$ `dilation`: in elements
 * - $p$ zeros in all, so that $\lceil n / s \rceil$ windows fit
 *
 * If the number is odd, the extra zero comes after the last element. $(k - 1) / 2$ on either side is the special case
 * of an odd kernel, stride 1 and dilation 1.
 *
 * @throws {TypeError} `options` is not an object.
 * @throws {RangeError} A size, the stride or the dilation is not a positive integer, the kernel covers more than $2^{53} - 1$
 * elements, or an option is unknown.
 * @see Dumoulin, Visin (2016), A guide to convolution arithmetic for deep learning, section 2.2.1; TensorFlow,
 * tf.nn.convolution, "SAME". Lecture 5.
 * @example samePadding(6, 3, { stride: 2 }) // { before: 0, after: 1 }
 */
export function samePadding(
  size: number,
  kernel: number,
  options: SamePaddingOptions = {},
): { before: number; after: number } {
  expectOptions(options, ['stride', 'dilation']);
  const { stride = 1, dilation = 1 } = options;
  expectInteger('size', size, 1);
  expectInteger('kernel', kernel, 1);
  expectInteger('options.stride', stride, 1);
  expectInteger('options.dilation', dilation, 1);
  const extent = kernelExtent(kernel, dilation);
  if (extent > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(`kernel: expected to cover at most ${Number.MAX_SAFE_INTEGER} elements, got ${extent}`);
  }
  // The size is taken off before the extent is added: a sum of both may be no safe integer any more.
  const all = Math.max((Math.ceil(size / stride) - 1) * stride - size + extent, 0);
  const before = Math.floor(all / 2);
  return { before, after: all - before };
}
