import { expectShape, imagesShape, type NdArray } from '../ndarray.ts';
import { denseConcat, denseConcatGradient, denseShape } from './dense-concat.ts';
import { type ConvLayer, expectConvLayers, type ImagesShape } from './shared/features.ts';
import { chained, chainedGradient, type LayerGradient, type LayerStep } from './shared/layer-chain.ts';

/**
 * The block of a densely connected network: each layer puts its features before all that it was given, so that every
 * layer sees the images and the features of all layers before it.
 *
 * $$a^{(0)} = x, \qquad a^{(l)} = [F_l(a^{(l-1)}), a^{(l-1)}], \qquad y = a^{(L)}, \qquad F_l(a) = \mathrm{relu}(k^{(l)} * a + b^{(l)})$$
 *
 * - $x$ `x` `[N, H, W, C]`: images
 * - $k^{(l)}$, $b^{(l)}$ `layers`: of each layer its `kernel` `[kh, kw, channels so far, growth]` and its `bias`
 *   `[growth]`; the stride is 1, the padding TensorFlow's 'same'
 * - $y$ `[N, H, W, growths + C]`: the features of the last layer first, the images last
 *
 * Its error is the running error of its steps.
 *
 * @throws {TypeError} `x`, a kernel or a bias is not an ndarray, or `layers` is not a list of objects.
 * @throws {RangeError} There is no layer, a rank is wrong or an array empty, or channels do not fit.
 * @see Huang et al. (2017), Densely Connected Convolutional Networks, section 3. Lecture 5.
 * @example densenetBlock(tensor([1, 1, 1, 1], [2]), [{ kernel: tensor([1, 1, 1, 1], [3]), bias: vector([0]) }, { kernel: tensor([1, 1, 2, 1], [1, 10]), bias: vector([0.5]) }]) // [[[[26.5, 6, 2]]]]
 */
export function densenetBlock(x: NdArray, layers: readonly ConvLayer[]): NdArray {
  expectDensenetArguments(x, layers);
  // Equivalent mutant: `1 * (1 + 1e-6)` (`at` takes whole places)
  return chained(x, layers, denseStep).at(-1) as NdArray;
}

/**
 * The gradient of $\sum g y$ by the images and the layers, with $g$ the upstream gradient, of the shape of $y$. To what
 * each layer was given it passes what comes back through its features, and beside that what comes back to the channels
 * that it passed on. At a drive of exactly 0 relu passes nothing back.
 */
export function densenetBlockGradient(
  upstream: NdArray,
  x: NdArray,
  layers: readonly ConvLayer[],
): { x: NdArray; layers: ConvLayer[] } {
  const shape = expectDensenetArguments(x, layers);
  expectShape('upstream', upstream, shape, 'that of the result');
  return chainedGradient(upstream, chained(x, layers, denseStep), layers, denseStepGradient);
}

/** The shape of the result, after the arguments have been checked. */
export function expectDensenetArguments(x: NdArray, layers: readonly ConvLayer[]): ImagesShape {
  let shape = imagesShape('x', x);
  expectConvLayers(layers);
  layers.forEach((layer, l) => {
    shape = denseShape(`layers[${l}].`, shape, layer);
  });
  return shape;
}

const denseStep: LayerStep = (a, { kernel, bias }) => denseConcat(a, kernel, bias);

const denseStepGradient: LayerGradient = (upstream, a, { kernel, bias }) => {
  const { x, ...layer } = denseConcatGradient(upstream, a, kernel, bias);
  return { x, layer };
};
