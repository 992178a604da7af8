import { expectShape, imagesShape, type NdArray } from '../ndarray.ts';
import { expectRecord } from '../options.ts';
import { expectAddable, residual, residualGradient } from './residual.ts';
import {
  type ConvLayer,
  expectConvLayers,
  features,
  featuresGradient,
  featuresShape,
  type ImagesShape,
} from './shared/features.ts';
import { chained, chainedGradient, type LayerGradient, type LayerStep } from './shared/layer-chain.ts';

/**
 * The block of a residual network: a convolution with relu that makes the channels of the block, and residual layers
 * that keep them.
 *
 * $$a^{(0)} = F_0(x), \qquad a^{(l)} = F_l(a^{(l-1)}) + a^{(l-1)}, \qquad y = a^{(L)}, \qquad F_l(a) = \mathrm{relu}(k^{(l)} * a + b^{(l)})$$
 *
 * - $x$ `x` `[N, H, W, C]`: images
 * - $k^{(0)}$, $b^{(0)}$ `first`: `kernel` `[kh, kw, C, O]` and `bias` `[O]`
 * - $k^{(l)}$, $b^{(l)}$ `layers`: of each residual layer its `kernel` `[kh, kw, O, O]` and its `bias` `[O]`
 * - $y$ `[N, H, W, O]`: all strides are 1, all padding is TensorFlow's 'same'
 *
 * Its error is the running error of its steps.
 *
 * @throws {TypeError} `x`, a kernel or a bias is not an ndarray, `first` is not an object, or `layers` not a list of them.
 * @throws {RangeError} There is no residual layer, a rank is wrong or an array empty, or channels do not fit.
 * @see He et al. (2016), Deep Residual Learning for Image Recognition, section 3. Lecture 5.
 * @example resnetBlock(tensor([1, 1, 2, 1], [1, -2]), { kernel: tensor([1, 1, 1, 1], [3]), bias: vector([0]) }, [{ kernel: tensor([1, 1, 1, 1], [2]), bias: vector([0.5]) }]) // [[[[9.5], [0.5]]]]
 */
export function resnetBlock(x: NdArray, first: ConvLayer, layers: readonly ConvLayer[]): NdArray {
  expectResnetArguments(x, first, layers);
  // Equivalent mutant: `1 * (1 + 1e-6)` (`at` takes whole places)
  return chained(features(x, first), layers, residualStep).at(-1) as NdArray;
}

/**
 * The gradient of $\sum g y$ by the images and the layers, with $g$ the upstream gradient, of the shape of $y$. It
 * reaches the first layer along the skips as it is, whatever the layers between do. At a drive of exactly 0 relu passes
 * nothing back.
 */
export function resnetBlockGradient(
  upstream: NdArray,
  x: NdArray,
  first: ConvLayer,
  layers: readonly ConvLayer[],
): { x: NdArray; first: ConvLayer; layers: ConvLayer[] } {
  const shape = expectResnetArguments(x, first, layers);
  expectShape('upstream', upstream, shape, 'that of the result');
  const passed = chained(features(x, first), layers, residualStep);
  const back = chainedGradient(upstream, passed, layers, residualStepGradient);
  const begun = featuresGradient(back.x, x, first);
  return { x: begun.x, first: begun.layer, layers: back.layers };
}

/** The shape of the result, after the arguments have been checked. */
export function expectResnetArguments(x: NdArray, first: ConvLayer, layers: readonly ConvLayer[]): ImagesShape {
  const shape = imagesShape('x', x);
  expectRecord('first', first);
  const block = featuresShape('first.', shape, first);
  expectConvLayers(layers);
  layers.forEach((layer, l) => {
    const [, , , filters] = featuresShape(`layers[${l}].`, block, layer);
    expectAddable(`layers[${l}].`, block[3], filters);
  });
  return block;
}

const residualStep: LayerStep = (a, { kernel, bias }) => residual(a, kernel, bias);

const residualStepGradient: LayerGradient = (upstream, a, { kernel, bias }) => {
  const { x, ...layer } = residualGradient(upstream, a, kernel, bias);
  return { x, layer };
};
