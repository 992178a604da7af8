import { described } from '../../ndarray.ts';
import { expectChoice, expectInteger, expectList } from '../../options.ts';
import { type AxisPadding, convOutputSize, expectKernelFits } from '../conv-output-size.ts';
import { samePadding } from '../same-padding.ts';

/** Of height and width. */
export type Pair = [height: number, width: number];

/** Zeros around an image: none, TensorFlow's `same`, or given numbers of rows and columns. */
export type Padding = 'valid' | 'same' | { top: number; bottom: number; left: number; right: number };

/** How a kernel or a pooling window slides over an image. */
export interface Sliding {
  strides: Pair;
  dilations: Pair;
  padding: Padding;
}

/** The same along one axis: tap t of the window at output o is at element o stride + t dilation - before. */
export interface SlidingWindow {
  size: number;
  taps: number;
  stride: number;
  dilation: number;
  before: number;
  outputs: number;
}

/** The windows along the height and along the width of an image. */
export function slidingWindows(
  size: Pair,
  taps: Pair,
  sliding: Sliding,
): [rows: SlidingWindow, columns: SlidingWindow] {
  const along = (axis: 0 | 1): SlidingWindow => {
    const [n, k, stride, dilation] = [size[axis], taps[axis], sliding.strides[axis], sliding.dilations[axis]];
    const padding = paddingAlong(sliding.padding, axis);
    const outputs = convOutputSize(n, k, { stride, dilation, padding });
    return { size: n, taps: k, stride, dilation, before: zerosBefore(n, k, stride, dilation, padding), outputs };
  };
  return [along(0), along(1)];
}

/** The taps of the window at an output that lie within the image and not in its padding, each with its element. */
export function tapsInside(window: SlidingWindow, output: number): { tap: number; at: number }[] {
  const start = output * window.stride - window.before;
  // A window may be far longer than its image, so start at the first tap inside.
  const first = Math.max(0, Math.ceil(-start / window.dilation));
  const end = Math.min(window.taps, Math.ceil((window.size - start) / window.dilation));
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => ({
    tap: first + i,
    at: start + (first + i) * window.dilation,
  }));
}

/** The whole numbers from 0 up to `count`, without it. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** @throws {TypeError | RangeError} It is not a pair of positive integers. */
export function expectPair(name: string, pair: Pair): void {
  if (!Array.isArray(pair) || pair.length !== 2) {
    throw new TypeError(`${name}: expected [height, width], got ${described(pair)}`);
  }
  expectList(name, pair);
  pair.forEach((value, axis) => expectInteger(`${name}[${axis}]`, value, 1));
}

/** @throws {RangeError} It is neither a known word nor four non-negative integers. */
export function expectPadding(name: string, padding: Padding): void {
  if (typeof padding !== 'object' || padding === null) {
    expectChoice(name, padding, ['valid', 'same']);
    return;
  }
  const sides = ['top', 'bottom', 'left', 'right'] as const;
  for (const side of sides) expectInteger(`${name}.${side}`, padding[side], 0);
  for (const key of Object.keys(padding)) expectChoice(`a key of ${name}`, key, sides);
}

/** @throws {RangeError} The kernel or window of that name covers more than the padded image. */
export function expectFits(name: string, size: Pair, taps: Pair, { dilations, padding }: Sliding): void {
  for (const axis of [0, 1] as const) {
    expectKernelFits(name, size[axis], taps[axis], dilations[axis], paddingAlong(padding, axis));
  }
}

function paddingAlong(padding: Padding, axis: 0 | 1): AxisPadding {
  if (typeof padding === 'string') return padding;
  const { top, bottom, left, right } = padding;
  return axis === 0 ? { before: top, after: bottom } : { before: left, after: right };
}

function zerosBefore(size: number, kernel: number, stride: number, dilation: number, padding: AxisPadding): number {
  if (padding === 'valid') return 0;
  return padding === 'same' ? samePadding(size, kernel, { stride, dilation }).before : padding.before;
}
