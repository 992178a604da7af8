import { expectShape, imagesShape, type NdArray, zip } from '../ndarray.ts';
import { features, featuresGradient, featuresShape } from './shared/features.ts';

/**
 * A residual layer: the features of images added to the images themselves, which skip the convolution.
 *
 * $$y = F(x) + x, \qquad F(x) = \mathrm{relu}(k * x + b)$$
 *
 * - $x$ `x` `[N, H, W, C]`: images
 * - $k$ `kernel` `[kh, kw, C, C]`, $b$ `bias` `[C]`: the convolution has stride 1 and TensorFlow's 'same' padding, and
 *   its kernel is not flipped
 * - $y$ `[N, H, W, C]`
 *
 * relu is taken of the convolution alone, so y may be negative where x is. (The blocks of He et al. take it of the sum.)
 *
 * Error at most $\gamma_{k_h k_w C + 2} (|x| + |b_o| + \sum |k_{uvco} x|)$, as a term passes one product and
 * $k_h k_w C + 1$ sums, and relu enlarges no error: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `x`, `kernel` or `bias` is not an ndarray.
 * @throws {RangeError} A rank is wrong or an array empty, or the kernel has not as many channels in and out as `x` has.
 * @see He et al. (2016), Deep Residual Learning for Image Recognition, section 3.2. Lecture 5.
 * @example residual(tensor([1, 1, 2, 1], [1, -2]), tensor([1, 1, 1, 1], [3]), vector([0.5])) // [[[[4.5], [-2]]]]
 */
export function residual(x: NdArray, kernel: NdArray, bias: NdArray): NdArray {
  expectResidualArguments(x, kernel, bias);
  return zip(features(x, { kernel, bias }), x, (f, xi) => f + xi);
}

/**
 * The gradient of $\sum g y$ by the three, with $g$ the upstream gradient, of the shape of $y$: what passes back through
 * F, and beside it $g$ itself, since the skip path is the identity. At a drive of exactly 0 relu passes nothing back.
 *
 * $$\frac{\partial}{\partial x} = g + \Bigl( \frac{\partial F}{\partial x} \Bigr)^T g$$
 */
export function residualGradient(
  upstream: NdArray,
  x: NdArray,
  kernel: NdArray,
  bias: NdArray,
): { x: NdArray; kernel: NdArray; bias: NdArray } {
  expectResidualArguments(x, kernel, bias);
  expectShape('upstream', upstream, x.shape, 'that of the result');
  const back = featuresGradient(upstream, x, { kernel, bias });
  return { x: zip(upstream, back.x, (skipped, through) => skipped + through), ...back.layer };
}

/** @throws {TypeError | RangeError} See `residual`. */
export function expectResidualArguments(x: NdArray, kernel: NdArray, bias: NdArray): void {
  const shape = imagesShape('x', x);
  expectAddable('', shape[3], featuresShape('', shape, { kernel, bias })[3]);
}

/** @throws {RangeError} Features have other channels than the images that they are added to. */
export function expectAddable(name: string, channels: number, filters: number): void {
  if (filters !== channels) {
    throw new RangeError(
      `${name}kernel: expected ${channels} channels out, as many as the images have that they are added to, got ${filters}`,
    );
  }
}
