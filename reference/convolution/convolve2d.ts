import { matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectPlanarArguments, type PlanarPadding } from './shared/planar.ts';

/**
 * Convolution of an image with a kernel, which is flipped.
 *
 * $$y_{ij} = \sum_{u=0}^{k_h - 1} \sum_{v=0}^{k_w - 1} k_{uv} \, x_{i + r - u, \, j + s - v}$$
 *
 * - $x$ `image` `[H, W]`, 0 outside
 * - $k$ `kernel` `[kh, kw]`, indices counted from 0
 * - $y$ of `padding` 'full' `[H + kh - 1, W + kw - 1]`, with $r = s = 0$; of 'valid', where the kernel lies within the image,
 *   `[H - kh + 1, W - kw + 1]`, with $r = k_h - 1$, $s = k_w - 1$; of 'same' `[H, W]`, with
 *   $r = \lfloor (k_h - 1) / 2 \rfloor$, $s = \lfloor (k_w - 1) / 2 \rfloor$
 *
 * This is the convolution of signal processing. The Conv2D layer does not flip its kernel: `crossCorrelate2d`.
 *
 * Error at most $\gamma_{k_h k_w} \sum |k_{uv} x|$, as a term passes one product and $k_h k_w - 1$ sums:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `image` or `kernel` is not an ndarray.
 * @throws {RangeError} One is not a matrix or is empty, `padding` is unknown, or `kernel` is larger than `image` when 'valid'.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.1, equation 9.4. Lecture 5.
 * @example convolve2d(matrix([[1, 2, 3]]), matrix([[1, 10]])) // [[12, 23]]
 */
export function convolve2d(image: NdArray, kernel: NdArray, padding: PlanarPadding = 'valid'): NdArray {
  const { rows, columns } = expectPlanarArguments(image, kernel, padding);
  const [height, width] = matrixShape('image', image); // equivalent mutant: `""` (image has been checked before)
  const [kh, kw] = matrixShape('kernel', kernel); // equivalent mutant: `""` (kernel has been checked before)
  const y = tensor([rows.outputs, columns.outputs]);
  // Equivalent mutants: one more i, j (what they write is overwritten, or beyond the end and ignored)
  for (let i = 0; i < rows.outputs; i++) {
    const r = i + rows.first;
    for (let j = 0; j < columns.outputs; j++) {
      const s = j + columns.first;
      let sum = 0;
      for (let u = Math.max(0, r - height + 1); u <= Math.min(kh - 1, r); u++) {
        for (let v = Math.max(0, s - width + 1); v <= Math.min(kw - 1, s); v++) {
          sum += kernel.get(u, v) * image.get(r - u, s - v);
        }
      }
      y.set(i, j, sum);
    }
  }
  return y;
}
