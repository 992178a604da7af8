import { expectShape, imagesShape, type NdArray, shown } from '../ndarray.ts';
import { expectRecord } from '../options.ts';
import { type ConvLayer, features, featuresGradient, featuresShape, type ImagesShape } from './shared/features.ts';

/**
 * A bottleneck: a convolution of 1x1 reduces the channels, so that the one after it needs fewer weights.
 *
 * $$r = \mathrm{relu}(k^{(1)} * x + b^{(1)}), \qquad y = \mathrm{relu}(k^{(2)} * r + b^{(2)})$$
 *
 * - $x$ `x` `[N, H, W, C]`: images
 * - $k^{(1)}$, $b^{(1)}$ `reduce`: `kernel` `[1, 1, C, M]` and `bias` `[M]`
 * - $k^{(2)}$, $b^{(2)}$ `conv`: `kernel` `[kh, kw, M, O]` and `bias` `[O]`
 * - $y$ `[N, H, W, O]`
 *
 * Both have stride 1 and TensorFlow's 'same' padding: zeros around r, whatever $b^{(1)}$ is. Nothing demands that M is
 * smaller than C. From 256 channels to 256 by way of 64 it has 164160 parameters, where one convolution of 3x3 has 590080.
 *
 * Its error is the running error of its steps, two convolutions one after the other.
 *
 * @throws {TypeError} `x`, a kernel or a bias is not an ndarray, or `reduce` or `conv` is not an object.
 * @throws {RangeError} A rank is wrong or an array empty, the first kernel is not 1x1, or channels do not fit.
 * @see Szegedy et al. (2015), Going Deeper with Convolutions, section 4; He et al. (2016), Deep Residual Learning for
 * Image Recognition, figure 5. Lecture 5.
 * @example bottleneck(tensor([1, 1, 1, 2], [1, 2]), { kernel: tensor([1, 1, 2, 1], [3, 4]), bias: vector([-1]) }, { kernel: tensor([1, 1, 1, 1], [2]), bias: vector([0.5]) }) // [[[[20.5]]]]
 */
export function bottleneck(x: NdArray, reduce: ConvLayer, conv: ConvLayer): NdArray {
  expectBottleneckArguments(x, reduce, conv);
  return features(features(x, reduce), conv);
}

/**
 * The gradient of $\sum g y$ by the images and both convolutions, with $g$ the upstream gradient, of the shape of $y$:
 * through the second convolution to $r$, and from there through the first. At a drive of exactly 0 relu passes nothing
 * back.
 */
export function bottleneckGradient(
  upstream: NdArray,
  x: NdArray,
  reduce: ConvLayer,
  conv: ConvLayer,
): { x: NdArray; reduce: ConvLayer; conv: ConvLayer } {
  const shape = expectBottleneckArguments(x, reduce, conv);
  expectShape('upstream', upstream, shape, 'that of the result');
  const second = featuresGradient(upstream, features(x, reduce), conv);
  const first = featuresGradient(second.x, x, reduce);
  return { x: first.x, reduce: first.layer, conv: second.layer };
}

/** The shape of the result, after the arguments have been checked. */
export function expectBottleneckArguments(x: NdArray, reduce: ConvLayer, conv: ConvLayer): ImagesShape {
  const shape = imagesShape('x', x);
  expectRecord('reduce', reduce);
  expectRecord('conv', conv);
  const reduced = featuresShape('reduce.', shape, reduce);
  const [kh, kw] = reduce.kernel.shape as [number, number];
  if (kh * kw !== 1) {
    throw new RangeError(`reduce.kernel: expected one row and one column, got shape ${shown(reduce.kernel.shape)}`);
  }
  return featuresShape('conv.', reduced, conv);
}
