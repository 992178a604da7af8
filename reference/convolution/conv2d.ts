import { expectPossible, expectShape, imagesShape, type NdArray, tensor } from '../ndarray.ts';
import { expectOptions } from '../options.ts';
import {
  expectPadding,
  expectPair,
  type Padding,
  type Pair,
  type Sliding,
  type SlidingWindow,
  slidingWindows,
  tapsInside,
  upTo,
} from './shared/sliding-window.ts';

export interface Conv2dOptions {
  /** rows and columns from one window to the next; default [1, 1] */
  strides?: Pair;
  /** rows and columns from one tap of the kernel to the next; default [1, 1] */
  dilations?: Pair;
  /** 'valid' without padding, TensorFlow's 'same', or rows and columns of zeros on each side; default 'valid' */
  padding?: Padding;
}

/**
 * The Conv2D layer: cross-correlation of images with a kernel, plus a bias.
 *
 * $$y_{nijo} = b_o + \sum_{u=0}^{k_h - 1} \sum_{v=0}^{k_w - 1} \sum_{c=0}^{C - 1} k_{uvco} \, x_{n, \, i s_h + u d_h - p_t, \, j s_w + v d_w - p_l, \, c}$$
 *
 * - $x$ `[N, H, W, C]`: images, 0 outside
 * - $k$ `kernel` `[kh, kw, C, O]`, all indices counted from 0
 * - $b$ `bias` `[O]`
 * - $s$ `strides`, $d$ `dilations`: in pixels; $p_t$, $p_l$: rows of padding at the top, columns at the left
 * - $y$ `[N, H', W', O]`
 *
 * The kernel is not flipped, although the layer is called a convolution. With 'same' H' is ceil(H / stride), and the
 * extra row or column of padding is at the bottom and right, as in TensorFlow; with 'valid' each window lies within
 * the image and rows left over are dropped. PyTorch has the channels first: images `[N, C, H, W]` and kernels
 * `[O, C, kh, kw]`.
 *
 * Error at most $\gamma_{k_h k_w C + 1} (|b_o| + \sum |k_{uvco} x|)$, as a term passes one product and $k_h k_w C$
 * sums: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `x`, `kernel` or `bias` is not an ndarray, or an option is of another kind.
 * @throws {RangeError} A rank is wrong or an array empty, channels differ, the dilated kernel is larger than the padded
 * image, or an option is unknown or out of its range.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, sections 9.1 and 9.5. Lecture 5.
 * @example conv2d(tensor([1, 2, 2, 1], [1, 2, 3, 4]), tensor([2, 1, 1, 1], [10, 1]), vector([0.5])) // [[[[13.5], [24.5]]]]
 */
export function conv2d(x: NdArray, kernel: NdArray, bias: NdArray, options: Conv2dOptions = {}): NdArray {
  const sliding = expectConv2dArguments(x, kernel, bias, options);
  const [rows, columns] = windowsOver(x, kernel, sliding);
  const [images, , , channels] = imagesShape('x', x); // equivalent mutant: `""` (x has been checked before)
  const [, , , filters] = imagesShape('kernel', kernel); // equivalent mutant: `""` (kernel has been checked before)
  const y = tensor([images, rows.outputs, columns.outputs, filters]);
  // Equivalent mutants: one more n, i, j, o (what they write is overwritten, or beyond the end and ignored)
  for (const n of upTo(images)) {
    for (const i of upTo(rows.outputs)) {
      const rowTaps = tapsInside(rows, i);
      for (const j of upTo(columns.outputs)) {
        const columnTaps = tapsInside(columns, j);
        for (let o = 0; o < filters; o++) {
          let sum = bias.get(o);
          for (const { tap: u, at: r } of rowTaps) {
            for (const { tap: v, at: s } of columnTaps) {
              for (let c = 0; c < channels; c++) sum += kernel.get(u, v, c, o) * x.get(n, r, s, c);
            }
          }
          y.set(n, i, j, o, sum);
        }
      }
    }
  }
  return y;
}

/**
 * The gradients of $\sum g_{nijo} y_{nijo}$, with $g$ the upstream gradient, of the shape of $y$: each output passes
 * its gradient back to what it was computed from.
 *
 * $$\frac{\partial}{\partial x_{n, \, i s_h + u d_h - p_t, \, j s_w + v d_w - p_l, \, c}} \mathrel{+}= k_{uvco} \, g_{nijo}, \qquad
 * \frac{\partial}{\partial k_{uvco}} = \sum_{nij} x_{n, \, i s_h + u d_h - p_t, \, j s_w + v d_w - p_l, \, c} \, g_{nijo}, \qquad
 * \frac{\partial}{\partial b_o} = \sum_{nij} g_{nijo}$$
 */
export function conv2dGradient(
  upstream: NdArray,
  x: NdArray,
  kernel: NdArray,
  bias: NdArray,
  options: Conv2dOptions = {},
): { x: NdArray; kernel: NdArray; bias: NdArray } {
  const sliding = expectConv2dArguments(x, kernel, bias, options);
  const [rows, columns] = windowsOver(x, kernel, sliding);
  const [images, , , channels] = imagesShape('x', x); // equivalent mutant: `""` (x has been checked before)
  const [, , , filters] = imagesShape('kernel', kernel); // equivalent mutant: `""` (kernel has been checked before)
  expectShape('upstream', upstream, [images, rows.outputs, columns.outputs, filters], 'that of the result');
  const gradient = { x: tensor(x.shape), kernel: tensor(kernel.shape), bias: tensor(bias.shape) };
  for (const n of upTo(images)) {
    for (const i of upTo(rows.outputs)) {
      const rowTaps = tapsInside(rows, i);
      for (const j of upTo(columns.outputs)) {
        const columnTaps = tapsInside(columns, j);
        for (let o = 0; o < filters; o++) {
          const g = upstream.get(n, i, j, o);
          gradient.bias.set(o, gradient.bias.get(o) + g);
          for (const { tap: u, at: r } of rowTaps) {
            for (const { tap: v, at: s } of columnTaps) {
              for (let c = 0; c < channels; c++) {
                gradient.x.set(n, r, s, c, gradient.x.get(n, r, s, c) + kernel.get(u, v, c, o) * g);
                gradient.kernel.set(u, v, c, o, gradient.kernel.get(u, v, c, o) + x.get(n, r, s, c) * g);
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
export function expectConv2dArguments(x: NdArray, kernel: NdArray, bias: NdArray, options: Conv2dOptions): Sliding {
  expectOptions(options, ['strides', 'dilations', 'padding']);
  const { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = options;
  expectPair('options.strides', strides);
  expectPair('options.dilations', dilations);
  expectPadding('options.padding', padding);
  const [images, height, width, channels] = imagesShape('x', x);
  const [kh, kw, channelsIn, filters] = imagesShape('kernel', kernel);
  if (channelsIn !== channels) {
    throw new RangeError(`kernel: expected ${channels} channels in, as many as x has, got ${channelsIn}`);
  }
  expectShape('bias', bias, [filters], 'one for each channel out of the kernel');
  const sliding: Sliding = { strides, dilations, padding };
  const [rows, columns] = slidingWindows([height, width], [kh, kw], sliding);
  expectPossible('options.padding', [images, rows.outputs, columns.outputs, filters]);
  return sliding;
}

function windowsOver(x: NdArray, kernel: NdArray, sliding: Sliding): [rows: SlidingWindow, columns: SlidingWindow] {
  const [, height, width] = imagesShape('x', x); // equivalent mutant: `""` (x has been checked before)
  const [kh, kw] = imagesShape('kernel', kernel); // equivalent mutant: `""` (kernel has been checked before)
  return slidingWindows([height, width], [kh, kw], sliding);
}
