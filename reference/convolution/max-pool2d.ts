import { expectShape, imagesShape, type NdArray, tensor } from '../ndarray.ts';
import { expectPoolArguments, type PoolOptions, poolWindows } from '../pooling.ts';
import { type SlidingWindow, tapsInside, upTo } from '../sliding-window.ts';

/**
 * Max pooling: the largest pixel of each window, channel by channel.
 *
 * $$y_{nijc} = \max_{(r, s) \in W_{ij}} x_{nrsc}$$
 *
 * - $x$ `[N, H, W, C]`: images
 * - $W_{ij}$: the pixels of window $(i, j)$ that lie within the image
 * - $y$ `[N, H', W', C]`
 *
 * Padding never counts: under 'same' a window that reaches beyond the image has fewer pixels, and its largest may be
 * negative. The odd row or column of padding lies at the bottom and right, as in TensorFlow.
 *
 * @throws {TypeError} `x` is not an ndarray, or an option is of another kind.
 * @throws {RangeError} `x` is not of rank 4 or is empty, the window is larger than an image without padding, or an
 * option is unknown or out of its range.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.3. Lecture 5.
 * @example maxPool2d(tensor([1, 2, 2, 1], [1, 4, 3, 2])) // [[[[4]]]]
 */
export function maxPool2d(x: NdArray, options: PoolOptions = {}): NdArray {
  const [rows, columns] = poolWindows(x, expectPoolArguments(x, options));
  const [images, , , channels] = imagesShape('x', x);
  const y = tensor([images, rows.outputs, columns.outputs, channels]);
  for (const n of upTo(images)) {
    for (const i of upTo(rows.outputs)) {
      for (const j of upTo(columns.outputs)) {
        for (const c of upTo(channels)) {
          const [r, s] = firstLargest(x, n, c, [rows, i], [columns, j]);
          y.set(n, i, j, c, x.get(n, r, s, c));
        }
      }
    }
  }
  return y;
}

/**
 * The gradient of $\sum g_{nijc} y_{nijc}$ by $x$, with $g$ the upstream gradient, of the shape of $y$: each window hands
 * its own to its largest pixel, of equal ones to the first in reading order.
 *
 * $$\frac{\partial}{\partial x_{nrsc}} = \sum_{ij \,:\, (r, s) = \arg\max W_{ij}} g_{nijc}$$
 */
export function maxPool2dGradient(upstream: NdArray, x: NdArray, options: PoolOptions = {}): { x: NdArray } {
  const [rows, columns] = poolWindows(x, expectPoolArguments(x, options));
  const [images, , , channels] = imagesShape('x', x);
  expectShape('upstream', upstream, [images, rows.outputs, columns.outputs, channels], 'that of the result');
  const gradient = tensor(x.shape);
  for (const n of upTo(images)) {
    for (const i of upTo(rows.outputs)) {
      for (const j of upTo(columns.outputs)) {
        for (const c of upTo(channels)) {
          const [r, s] = firstLargest(x, n, c, [rows, i], [columns, j]);
          gradient.set(n, r, s, c, gradient.get(n, r, s, c) + upstream.get(n, i, j, c));
        }
      }
    }
  }
  return { x: gradient };
}

/** Row and column of the largest pixel of a window, of equal ones the first in reading order. */
function firstLargest(
  x: NdArray,
  n: number,
  c: number,
  [rows, i]: [SlidingWindow, number],
  [columns, j]: [SlidingWindow, number],
): [row: number, column: number] {
  const pixels = tapsInside(rows, i).flatMap(({ at: r }) =>
    tapsInside(columns, j).map(({ at: s }): [number, number] => [r, s]),
  );
  return pixels.reduce((best, pixel) => (x.get(n, ...pixel, c) > x.get(n, ...best, c) ? pixel : best));
}
