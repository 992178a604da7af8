import { expectChoice, expectInteger, expectOptions } from '../options.ts';

/** Zeros around one axis: none, TensorFlow's `same`, or given numbers before the first and after the last element. */
export type AxisPadding = 'valid' | 'same' | { before: number; after: number };

export interface ConvOutputSizeOptions {
  /** steps from one window to the next; default 1 */
  stride?: number;
  /** steps from one tap of the kernel to the next; default 1 */
  dilation?: number;
  /** default 'valid': no padding */
  padding?: AxisPadding;
}

/**
 * Output size of a convolution or pooling along one axis.
 *
 * $$e = (k - 1) d + 1, \qquad o = \Bigl\lfloor \frac{n + p_{\text{before}} + p_{\text{after}} - e}{s} \Bigr\rfloor + 1,
 * \qquad o_{\text{same}} = \Bigl\lceil \frac{n}{s} \Bigr\rceil$$
 *
 * - $n$ `size`: length of the axis, in elements
 * - $k$ `kernel`: taps of the kernel or window along it
 * - $s$ `stride`, $d$ `dilation`, $p$ `padding`: in elements
 * - $e$ extent of the kernel, $o$ windows that fit
 *
 * The extent is last - first + 1: a kernel with one tap covers one element. Elements left over that are
 * too few for a whole window are ignored.
 *
 * @throws {TypeError} `options` is not an object.
 * @throws {RangeError} A size is not a positive integer, the kernel is larger than the padded axis, or an option is
 * unknown or out of its range.
 * @see Dumoulin, Visin (2016), A guide to convolution arithmetic for deep learning, relationships 6 and 15. Lecture 5.
 * @example convOutputSize(7, 3, { stride: 2 }) // 3
 */
export function convOutputSize(size: number, kernel: number, options: ConvOutputSizeOptions = {}): number {
  expectOptions(options, ['stride', 'dilation', 'padding']);
  const { stride = 1, dilation = 1, padding = 'valid' } = options;
  expectInteger('size', size, 1);
  expectInteger('kernel', kernel, 1);
  expectInteger('options.stride', stride, 1);
  expectInteger('options.dilation', dilation, 1);
  expectAxisPadding('options.padding', padding);
  if (padding === 'same') return Math.ceil(size / stride);
  expectKernelFits('kernel', size, kernel, dilation, padding);
  return Math.floor((size + paddingSum(padding) - kernelExtent(kernel, dilation)) / stride) + 1;
}

/** Elements from the first to the last tap of a kernel, both counted. */
export function kernelExtent(kernel: number, dilation: number): number {
  return (kernel - 1) * dilation + 1;
}

/** @throws {RangeError} The kernel of that name covers more than the padded axis. */
export function expectKernelFits(
  name: string,
  size: number,
  kernel: number,
  dilation: number,
  padding: AxisPadding,
): void {
  const available = size + paddingSum(padding);
  const extent = kernelExtent(kernel, dilation);
  if (padding !== 'same' && extent > available) {
    throw new RangeError(
      `${name}: expected to cover at most the ${available} elements of a padded axis, got ${kernel} taps at ` +
        `dilation ${dilation}, which cover ${extent}`,
    );
  }
}

function paddingSum(padding: AxisPadding): number {
  return typeof padding === 'string' ? 0 : padding.before + padding.after;
}

function expectAxisPadding(name: string, padding: AxisPadding): void {
  if (typeof padding !== 'object' || padding === null) {
    expectChoice(name, padding, ['valid', 'same']);
    return;
  }
  for (const side of ['before', 'after'] as const) expectInteger(`${name}.${side}`, padding[side], 0);
  for (const key of Object.keys(padding)) expectChoice(`a key of ${name}`, key, ['before', 'after']);
}
