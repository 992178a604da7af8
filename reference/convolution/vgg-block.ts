import { expectShape, imagesShape, type NdArray, shown } from '../ndarray.ts';
import { maxPool2d, maxPool2dGradient } from './max-pool2d.ts';
import {
  type ConvLayer,
  expectConvLayers,
  features,
  featuresGradient,
  featuresShape,
  type ImagesShape,
} from './shared/features.ts';
import { chained, chainedGradient } from './shared/layer-chain.ts';

/**
 * The block of a VGG network: convolutions with relu, one after the other, and max pooling that halves the images.
 *
 * $$a^{(0)} = x, \qquad a^{(l)} = \mathrm{relu}(k^{(l)} * a^{(l-1)} + b^{(l)}), \qquad y = \mathrm{maxpool}_{2 \times 2}(a^{(L)})$$
 *
 * - $x$ `x` `[N, H, W, C]`: images of at least two rows and two columns
 * - $k^{(l)}$, $b^{(l)}$ `layers`: of each layer its `kernel` `[kh, kw, channels before, channels]` and its `bias`
 *   `[channels]`; the stride is 1, the padding TensorFlow's 'same'
 * - $y$ `[N, H / 2, W / 2, channels of the last]`, rounded down: windows of 2x2 side by side, what is left over is dropped
 *
 * Its error is the running error of its steps.
 *
 * @throws {TypeError} `x`, a kernel or a bias is not an ndarray, or `layers` is not a list of objects.
 * @throws {RangeError} There is no layer, a rank is wrong or an array empty, the images are too small, or channels do not
 * fit.
 * @see Simonyan, Zisserman (2015), Very Deep Convolutional Networks for Large-Scale Image Recognition, section 2. Lecture 5.
 * @example vggBlock(tensor([1, 2, 2, 1], [1, 4, 3, 2]), [{ kernel: tensor([1, 1, 1, 1], [10]), bias: vector([0.5]) }]) // [[[[40.5]]]]
 */
export function vggBlock(x: NdArray, layers: readonly ConvLayer[]): NdArray {
  expectVggArguments(x, layers);
  // Equivalent mutant: `1 * (1 + 1e-6)` (`at` takes whole places)
  return maxPool2d(chained(x, layers, features).at(-1) as NdArray);
}

/**
 * The gradient of $\sum g y$ by the images and the layers, with $g$ the upstream gradient, of the shape of $y$: to the
 * largest pixel of each window, the first of several, and from there back through the convolutions. At a drive of exactly
 * 0 relu passes nothing back.
 */
export function vggBlockGradient(
  upstream: NdArray,
  x: NdArray,
  layers: readonly ConvLayer[],
): { x: NdArray; layers: ConvLayer[] } {
  const shape = expectVggArguments(x, layers);
  expectShape('upstream', upstream, shape, 'that of the result');
  const passed = chained(x, layers, features);
  // Equivalent mutant: `1 * (1 + 1e-6)` (`at` takes whole places)
  const pooled = maxPool2dGradient(upstream, passed.at(-1) as NdArray).x;
  return chainedGradient(pooled, passed, layers, featuresGradient);
}

/** The shape of the result, after the arguments have been checked. */
export function expectVggArguments(x: NdArray, layers: readonly ConvLayer[]): ImagesShape {
  let shape = imagesShape('x', x);
  if (shape[1] < 2 || shape[2] < 2) {
    throw new RangeError(`x: expected images of at least 2 rows and 2 columns to pool, got shape ${shown(shape)}`);
  }
  expectConvLayers(layers);
  layers.forEach((layer, l) => {
    shape = featuresShape(`layers[${l}].`, shape, layer);
  });
  const [images, height, width, channels] = shape;
  return [images, Math.floor(height / 2), Math.floor(width / 2), channels];
}
