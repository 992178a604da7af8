import {
  expectPair,
  type Pair,
  type SlidingWindow,
  slidingWindows,
  tapsInside,
  upTo,
} from '../convolution/shared/sliding-window.ts';
import { expectPossible, expectShape, imagesShape, type NdArray, tensor } from '../ndarray.ts';
import { expectChoice, expectOptions } from '../options.ts';

export interface TransposedConv2dOptions {
  /** rows and columns of the result from one pixel to the next; default [1, 1] */
  strides?: Pair;
  /** the padding of the convolution that this one is the transpose of; default 'valid' */
  padding?: 'valid' | 'same';
}

/**
 * Transposed convolution: each pixel adds a copy of the kernel, scaled by the pixel, to the result.
 *
 * $$x_{n, \, i s_h + u - p_t, \, j s_w + v - p_l, \, o} \mathrel{+}= \sum_{c=0}^{C - 1} k_{uvoc} \, y_{nijc}$$
 *
 * - $y$ `[N, H', W', C]`: images, small
 * - $k$ `kernel` `[kh, kw, O, C]`: channels out before channels in; all indices counted from 0
 * - $s$ `strides`: in pixels of the result; $p_t$, $p_l$: rows cropped at the top, columns at the left
 * - $x$ `[N, H, W, O]`: images, large
 *
 * The adjoint of conv2d with the same kernel, which takes $x$ to the size of $y$: inner products agree. With 'valid' H
 * is (H' - 1) stride + max(kh, stride), with 'same' H' stride: of the kh - stride extra rows half is cropped at the
 * top, and the odd one at the bottom; likewise the columns. The kernel is not flipped.
 *
 * Error at most $\gamma_{k_h k_w + C}$ times the sum of all $|k_{uvoc} y_{nijc}|$ of a pixel, as a term passes one
 * product, C - 1 sums within its copy of the kernel and at most $k_h k_w$ sums of copies: $\gamma_k = ku / (1 - ku)$,
 * $u = 2^{-53}$.
 *
 * @throws {TypeError} `y` or `kernel` is not an ndarray, or an option is of another kind.
 * @throws {RangeError} A rank is wrong or an array empty, channels differ, or an option is unknown or out of its range.
 * @see Dumoulin, Visin (2016), A guide to convolution arithmetic for deep learning, chapter 4. Lecture 8.
 * @example transposedConv2d(tensor([1, 1, 2, 1], [1, 2]), tensor([1, 2, 1, 1], [1, 10])) // [[[[1], [12], [20]]]]
 */
export function transposedConv2d(y: NdArray, kernel: NdArray, options: TransposedConv2dOptions = {}): NdArray {
  const [rows, columns] = printsOf(y, kernel, expectTransposedConv2dArguments(y, kernel, options));
  const [images, , , channels] = imagesShape('y', y); // equivalent mutant: `""` (y has been checked before)
  const [, , filters] = imagesShape('kernel', kernel); // equivalent mutant: `""` (kernel has been checked before)
  const x = tensor([images, rows.size, columns.size, filters]);
  // Equivalent mutants: one more n (what it writes beyond the end is ignored)
  for (const n of upTo(images)) {
    for (const i of upTo(rows.outputs)) {
      const rowTaps = tapsInside(rows, i);
      for (const j of upTo(columns.outputs)) {
        const columnTaps = tapsInside(columns, j);
        for (const { tap: u, at: r } of rowTaps) {
          for (const { tap: v, at: s } of columnTaps) {
            for (let o = 0; o < filters; o++) {
              let print = 0;
              for (let c = 0; c < channels; c++) print += kernel.get(u, v, o, c) * y.get(n, i, j, c);
              x.set(n, r, s, o, x.get(n, r, s, o) + print);
            }
          }
        }
      }
    }
  }
  return x;
}

/**
 * The gradients of $\sum g_{nrso} x_{nrso}$, with $g$ the upstream gradient, of the shape of $x$: by $y$ it is conv2d
 * of $g$, since the adjoint of the adjoint is the map itself.
 *
 * $$\frac{\partial}{\partial y_{nijc}} = \sum_{uvo} k_{uvoc} \, g_{n, \, i s_h + u - p_t, \, j s_w + v - p_l, \, o}, \qquad
 * \frac{\partial}{\partial k_{uvoc}} = \sum_{nij} y_{nijc} \, g_{n, \, i s_h + u - p_t, \, j s_w + v - p_l, \, o}$$
 */
export function transposedConv2dGradient(
  upstream: NdArray,
  y: NdArray,
  kernel: NdArray,
  options: TransposedConv2dOptions = {},
): { y: NdArray; kernel: NdArray } {
  const [rows, columns] = printsOf(y, kernel, expectTransposedConv2dArguments(y, kernel, options));
  const [images, , , channels] = imagesShape('y', y); // equivalent mutant: `""` (y has been checked before)
  const [, , filters] = imagesShape('kernel', kernel); // equivalent mutant: `""` (kernel has been checked before)
  expectShape('upstream', upstream, [images, rows.size, columns.size, filters], 'that of the result');
  const gradient = { y: tensor(y.shape), kernel: tensor(kernel.shape) };
  for (const n of upTo(images)) {
    for (const i of upTo(rows.outputs)) {
      const rowTaps = tapsInside(rows, i);
      for (const j of upTo(columns.outputs)) {
        const columnTaps = tapsInside(columns, j);
        for (const { tap: u, at: r } of rowTaps) {
          for (const { tap: v, at: s } of columnTaps) {
            for (let o = 0; o < filters; o++) {
              const g = upstream.get(n, r, s, o);
              for (let c = 0; c < channels; c++) {
                gradient.y.set(n, i, j, c, gradient.y.get(n, i, j, c) + kernel.get(u, v, o, c) * g);
                gradient.kernel.set(u, v, o, c, gradient.kernel.get(u, v, o, c) + y.get(n, i, j, c) * g);
              }
            }
          }
        }
      }
    }
  }
  return gradient;
}

/** The complete options, after all arguments have been checked. */
export function expectTransposedConv2dArguments(
  y: NdArray,
  kernel: NdArray,
  options: TransposedConv2dOptions,
): Required<TransposedConv2dOptions> {
  expectOptions(options, ['strides', 'padding']);
  const { strides = [1, 1], padding = 'valid' } = options;
  expectPair('options.strides', strides);
  expectChoice('options.padding', padding, ['valid', 'same']);
  const [images, , , channels] = imagesShape('y', y);
  const [, , filters, channelsIn] = imagesShape('kernel', kernel);
  if (channelsIn !== channels) {
    throw new RangeError(
      `kernel: expected ${channels} channels in as its last axis, as many as y has, got ${channelsIn}`,
    );
  }
  const [rows, columns] = printsOf(y, kernel, { strides, padding });
  expectPossible('options.strides', [images, rows.size, columns.size, filters]);
  return { strides, padding };
}

/** The windows of the convolution that leads from the result back to the size of y: one for each of its pixels. */
function printsOf(
  y: NdArray,
  kernel: NdArray,
  { strides, padding }: Required<TransposedConv2dOptions>,
): [rows: SlidingWindow, columns: SlidingWindow] {
  const [, h, w] = imagesShape('y', y); // equivalent mutant: `""` (y has been checked before)
  const [kh, kw] = imagesShape('kernel', kernel); // equivalent mutant: `""` (kernel has been checked before)
  const large = (size: number, taps: number, stride: number): number =>
    padding === 'same' ? size * stride : (size - 1) * stride + Math.max(taps, stride);
  const size: Pair = [large(h, kh, strides[0]), large(w, kw, strides[1])];
  return slidingWindows(size, [kh, kw], { strides, dilations: [1, 1], padding });
}
