import { expectPossible, expectShape, imagesShape, type NdArray, tensor } from '../ndarray.ts';
import { features, featuresGradient, featuresShape, type ImagesShape } from './shared/features.ts';
import { upTo } from './shared/sliding-window.ts';

/**
 * A densely connected layer: the features of images, and behind them the images themselves, along the channels.
 *
 * $$y = [F(x), x], \qquad F(x) = \mathrm{relu}(k * x + b)$$
 *
 * - $x$ `x` `[N, H, W, C]`: images
 * - $k$ `kernel` `[kh, kw, C, O]`, $b$ `bias` `[O]`: the convolution has stride 1 and TensorFlow's 'same' padding, and
 *   its kernel is not flipped
 * - $y$ `[N, H, W, O + C]`: the O channels of F first, as in the notes
 *
 * Error at most $\gamma_{k_h k_w C + 1} (|b_o| + \sum |k_{uvco} x|)$ in F, as a term passes one product and $k_h k_w C$
 * sums, and relu enlarges no error; none in x: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `x`, `kernel` or `bias` is not an ndarray.
 * @throws {RangeError} A rank is wrong or an array empty, or channels do not fit.
 * @see Huang et al. (2017), Densely Connected Convolutional Networks, section 3. Lecture 5.
 * @example denseConcat(tensor([1, 1, 2, 1], [1, -2]), tensor([1, 1, 1, 1], [3]), vector([0.5])) // [[[[3.5, 1], [0, -2]]]]
 */
export function denseConcat(x: NdArray, kernel: NdArray, bias: NdArray): NdArray {
  return besideChannels(expectDenseConcatArguments(x, kernel, bias), features(x, { kernel, bias }), x);
}

/**
 * The gradient of $\sum g y$ by the three, with $g = [g_F, g_x]$ the upstream gradient, of the shape of $y$: what $g_F$
 * passes back through F, and beside it $g_x$ itself, since the skip path is the identity. At a drive of exactly 0 relu
 * passes nothing back.
 *
 * $$\frac{\partial}{\partial x} = g_x + \Bigl( \frac{\partial F}{\partial x} \Bigr)^T g_F$$
 */
export function denseConcatGradient(
  upstream: NdArray,
  x: NdArray,
  kernel: NdArray,
  bias: NdArray,
): { x: NdArray; kernel: NdArray; bias: NdArray } {
  const shape = expectDenseConcatArguments(x, kernel, bias);
  expectShape('upstream', upstream, shape, 'that of the result');
  const [images, height, width, all] = shape;
  const filters = all - (x.shape[3] as number);
  const byFeatures = tensor([images, height, width, filters]);
  eachChannel(byFeatures.shape as ImagesShape, (n, i, j, c) => byFeatures.set(n, i, j, c, upstream.get(n, i, j, c)));
  const back = featuresGradient(byFeatures, x, { kernel, bias });
  eachChannel(x.shape as ImagesShape, (n, i, j, c) => {
    back.x.set(n, i, j, c, back.x.get(n, i, j, c) + upstream.get(n, i, j, filters + c));
  });
  return { x: back.x, ...back.layer };
}

/** The shape of the result, after the arguments have been checked. */
export function expectDenseConcatArguments(x: NdArray, kernel: NdArray, bias: NdArray): ImagesShape {
  return denseShape('', imagesShape('x', x), { kernel, bias });
}

/** The shape of images with their features before them; `name` as in `featuresShape`. */
export function denseShape(name: string, shape: ImagesShape, layer: { kernel: NdArray; bias: NdArray }): ImagesShape {
  const [images, height, width, channels] = shape;
  const [, , , filters] = featuresShape(name, shape, layer);
  const dense: ImagesShape = [images, height, width, filters + channels];
  expectPossible(`${name}kernel`, dense);
  return dense;
}

/** The channels of two arrays of images of one size, those of the first before those of the second. */
function besideChannels(shape: ImagesShape, a: NdArray, b: NdArray): NdArray {
  const y = tensor(shape);
  const first = a.shape[3] as number;
  eachChannel(shape, (n, i, j, c) => y.set(n, i, j, c, c < first ? a.get(n, i, j, c) : b.get(n, i, j, c - first)));
  return y;
}

function eachChannel(
  [images, height, width, channels]: ImagesShape,
  visit: (n: number, i: number, j: number, c: number) => void,
): void {
  // Equivalent mutants: one more n (what it writes beyond the end is ignored)
  for (const n of upTo(images)) {
    for (const i of upTo(height)) {
      for (const j of upTo(width)) {
        for (const c of upTo(channels)) visit(n, i, j, c);
      }
    }
  }
}
