import { expectShape, imagesShape, type NdArray, tensor } from '../ndarray.ts';
import { expectPoolArguments, type Pixel, type PoolOptions, pixelsOf, poolWindows } from './shared/pooling.ts';
import { upTo } from './shared/sliding-window.ts';

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
 * negative. The odd row or column of padding lies at the bottom and right, as in TensorFlow. A window that contains
 * NaN gives NaN.
 *
 * @throws {TypeError} `x` is not an ndarray, or an option is of another kind.
 * @throws {RangeError} `x` is not of rank 4 or is empty, the window is larger than an image without padding, or an
 * option is unknown or out of its range.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.3. Lecture 5.
 * @example maxPool2d(tensor([1, 2, 2, 1], [1, 4, 3, 2])) // [[[[4]]]]
 */
export function maxPool2d(x: NdArray, options: PoolOptions = {}): NdArray {
  const [rows, columns] = poolWindows(x, expectPoolArguments(x, options));
  const [images, , , channels] = imagesShape('x', x); // equivalent mutant: `""` (x has been checked before)
  const y = tensor([images, rows.outputs, columns.outputs, channels]);
  // Equivalent mutants: one more n, c (what they write is overwritten, or beyond the end and ignored)
  for (const n of upTo(images)) {
    for (const i of upTo(rows.outputs)) {
      for (const j of upTo(columns.outputs)) {
        const window = pixelsOf(rows, i, columns, j);
        for (let c = 0; c < channels; c++) {
          const { row: r, column: s } = firstLargest(x, n, c, window);
          y.set(n, i, j, c, x.get(n, r, s, c));
        }
      }
    }
  }
  return y;
}

/**
 * The gradient of $\sum g_{nijc} y_{nijc}$ by $x$, with $g$ the upstream gradient, of the shape of $y$: each window
 * passes its gradient to its largest pixel, the first in reading order if several are equal.
 *
 * $$\frac{\partial}{\partial x_{nrsc}} = \sum_{ij \,:\, (r, s) = \arg\max W_{ij}} g_{nijc}$$
 */
export function maxPool2dGradient(upstream: NdArray, x: NdArray, options: PoolOptions = {}): { x: NdArray } {
  const [rows, columns] = poolWindows(x, expectPoolArguments(x, options));
  const [images, , , channels] = imagesShape('x', x); // equivalent mutant: `""` (x has been checked before)
  expectShape('upstream', upstream, [images, rows.outputs, columns.outputs, channels], 'that of the result');
  const gradient = tensor(x.shape);
  // Equivalent mutants: one more n (what it writes beyond the end is ignored)
  for (const n of upTo(images)) {
    for (const i of upTo(rows.outputs)) {
      for (const j of upTo(columns.outputs)) {
        const window = pixelsOf(rows, i, columns, j);
        for (let c = 0; c < channels; c++) {
          const { row: r, column: s } = firstLargest(x, n, c, window);
          gradient.set(n, r, s, c, gradient.get(n, r, s, c) + upstream.get(n, i, j, c));
        }
      }
    }
  }
  return { x: gradient };
}

/** The largest pixel of a window, the first in reading order if several are equal; NaN counts as the largest. */
function firstLargest(x: NdArray, n: number, c: number, window: readonly Pixel[]): Pixel {
  let [best, largest] = [window[0] as Pixel, -Infinity];
  for (const pixel of window) {
    const value = x.get(n, pixel.row, pixel.column, c);
    if (value > largest || Number.isNaN(value)) [best, largest] = [pixel, value];
  }
  return best;
}
