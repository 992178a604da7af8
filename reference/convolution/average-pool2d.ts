import { expectShape, imagesShape, type NdArray, tensor } from '../ndarray.ts';
import { expectPoolArguments, type PoolOptions, pixelsOf, poolWindows } from './shared/pooling.ts';
import { upTo } from './shared/sliding-window.ts';

/**
 * Average pooling: the mean of the pixels of each window, channel by channel.
 *
 * $$y_{nijc} = \frac{1}{|W_{ij}|} \sum_{(r, s) \in W_{ij}} x_{nrsc}$$
 *
 * - $x$ `[N, H, W, C]`: images
 * - $W_{ij}$: the pixels of window $(i, j)$ that lie within the image, $|W_{ij}|$ their number
 * - $y$ `[N, H', W', C]`
 *
 * Padding never counts: under 'same' a window that reaches beyond the image is divided by the number of its pixels, not
 * by the size of the window. The odd row or column of padding lies at the bottom and right, as in TensorFlow.
 *
 * Error at most $\gamma_{|W|} \frac{1}{|W|} \sum |x_{nrsc}|$, as a term passes |W| - 1 sums and the division:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `x` is not an ndarray, or an option is of another kind.
 * @throws {RangeError} `x` is not of rank 4 or is empty, the window is larger than an image without padding, or an
 * option is unknown or out of its range.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.3. Lecture 5.
 * @example averagePool2d(tensor([1, 2, 2, 1], [1, 4, 3, 2])) // [[[[2.5]]]]
 */
export function averagePool2d(x: NdArray, options: PoolOptions = {}): NdArray {
  const [rows, columns] = poolWindows(x, expectPoolArguments(x, options));
  const [images, , , channels] = imagesShape('x', x); // equivalent mutant: `""` (x has been checked before)
  const y = tensor([images, rows.outputs, columns.outputs, channels]);
  // Equivalent mutants: one more n, i, j, c (what they write is overwritten, or beyond the end and ignored)
  for (const n of upTo(images)) {
    for (const i of upTo(rows.outputs)) {
      for (const j of upTo(columns.outputs)) {
        const window = pixelsOf(rows, i, columns, j);
        for (let c = 0; c < channels; c++) {
          let sum = 0;
          for (const { row: r, column: s } of window) sum += x.get(n, r, s, c);
          y.set(n, i, j, c, sum / window.length);
        }
      }
    }
  }
  return y;
}

/**
 * The gradient of $\sum g_{nijc} y_{nijc}$ by $x$, with $g$ the upstream gradient, of the shape of $y$: each window
 * passes an equal share of its gradient to each of its pixels.
 *
 * $$\frac{\partial}{\partial x_{nrsc}} = \sum_{ij \,:\, (r, s) \in W_{ij}} \frac{g_{nijc}}{|W_{ij}|}$$
 */
export function averagePool2dGradient(upstream: NdArray, x: NdArray, options: PoolOptions = {}): { x: NdArray } {
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
          const share = upstream.get(n, i, j, c) / window.length;
          for (const { row: r, column: s } of window) gradient.set(n, r, s, c, gradient.get(n, r, s, c) + share);
        }
      }
    }
  }
  return { x: gradient };
}
