import { matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectPlanarArguments, type PlanarPadding } from './shared/planar.ts';

/**
 * Cross-correlation of an image with a kernel, which is not flipped.
 *
 * $$y_{ij} = \sum_{u=0}^{k_h - 1} \sum_{v=0}^{k_w - 1} k_{uv} \, x_{i + u - p, \, j + v - q}$$
 *
 * - $x$ `image` `[H, W]`, 0 outside
 * - $k$ `kernel` `[kh, kw]`, indices counted from 0
 * - $y$ of `padding` 'full' `[H + kh - 1, W + kw - 1]`, with $p = k_h - 1$, $q = k_w - 1$; of 'valid', where the kernel lies
 *   within the image, `[H - kh + 1, W - kw + 1]`, with $p = q = 0$; of 'same' `[H, W]`, with
 *   $p = \lfloor k_h / 2 \rfloor$, $q = \lfloor k_w / 2 \rfloor$
 *
 * This is `convolve2d` with the kernel turned by 180 degrees. So with 'same' and a kernel of even size it begins one row
 * or column before TensorFlow's Conv2D layer, which puts the extra zeros at the bottom and right.
 *
 * Error at most $\gamma_{k_h k_w} \sum |k_{uv} x|$, as a term passes one product and $k_h k_w - 1$ sums:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `image` or `kernel` is not an ndarray.
 * @throws {RangeError} One is not a matrix or is empty, `padding` is unknown, or `kernel` is larger than `image` when 'valid'.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.1, equation 9.6. Lecture 5.
 * @example crossCorrelate2d(matrix([[1, 2, 3]]), matrix([[1, 10]])) // [[21, 32]]
 */
export function crossCorrelate2d(image: NdArray, kernel: NdArray, padding: PlanarPadding = 'valid'): NdArray {
  const { rows, columns } = expectPlanarArguments(image, kernel, padding);
  const [height, width] = matrixShape('image', image); // equivalent mutant: `""` (image has been checked before)
  const [kh, kw] = matrixShape('kernel', kernel); // equivalent mutant: `""` (kernel has been checked before)
  const y = tensor([rows.outputs, columns.outputs]);
  // Equivalent mutants: one more i, j (what they write is overwritten, or beyond the end and ignored)
  for (let i = 0; i < rows.outputs; i++) {
    const top = i + rows.first - (kh - 1);
    for (let j = 0; j < columns.outputs; j++) {
      const left = j + columns.first - (kw - 1);
      let sum = 0;
      for (let u = Math.max(0, -top); u < Math.min(kh, height - top); u++) {
        for (let v = Math.max(0, -left); v < Math.min(kw, width - left); v++) {
          sum += kernel.get(u, v) * image.get(top + u, left + v);
        }
      }
      y.set(i, j, sum);
    }
  }
  return y;
}
