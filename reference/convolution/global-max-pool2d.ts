import { expectShape, flat, type NdArray, tensor } from '../ndarray.ts';
import { featureMaps } from './shared/global-pooling.ts';

/**
 * Global max pooling: the largest pixel of each feature map.
 *
 * $$y_{nc} = \max_{i, j} x_{nijc}$$
 *
 * - $x$ `[N, H, W, C]`: images
 * - $y$ `[N, C]`
 *
 * The largest may be negative. A map that contains NaN gives NaN.
 *
 * @throws {TypeError} `x` is not an ndarray.
 * @throws {RangeError} `x` is not of rank 4, or is empty.
 * @see Géron (2019), Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow, chapter 14. Lecture 5.
 * @example globalMaxPool2d(tensor([1, 2, 2, 1], [1, 4, 3, 2])) // [[4]]
 */
export function globalMaxPool2d(x: NdArray): NdArray {
  const { shape, places } = featureMaps(x);
  const pixels = flat(x);
  return tensor(
    shape,
    places.map((map) => pixels[firstLargest(pixels, map)] as number),
  );
}

/**
 * The gradient of $\sum u_{nc} y_{nc}$ by `x`, with $u$ the upstream gradient: each map passes its gradient to its
 * largest pixel, the first in reading order if several are equal.
 *
 * $$\frac{\partial}{\partial x_{nijc}} = \begin{cases} u_{nc} & (i, j) = \arg\max x_{n \cdot \cdot c} \\ 0 & \text{otherwise} \end{cases}$$
 */
export function globalMaxPool2dGradient(upstream: NdArray, x: NdArray): { x: NdArray } {
  const { shape, places } = featureMaps(x);
  expectShape('upstream', upstream, shape, 'that of the result');
  const [pixels, weights] = [flat(x), flat(upstream)];
  const gradient = new Float64Array(pixels.length);
  places.forEach((map, k) => {
    gradient[firstLargest(pixels, map)] = weights[k] as number;
  });
  return { x: tensor(x.shape, gradient) };
}

/** The place of the largest pixel of a map, the first if several are equal; NaN counts as the largest. */
function firstLargest(pixels: Float64Array, map: readonly number[]): number {
  return map.reduce((best, place) => {
    const [value, largest] = [pixels[place] as number, pixels[best] as number];
    return value > largest || Number.isNaN(value) ? place : best;
  });
}
