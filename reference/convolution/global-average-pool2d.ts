import { expectShape, flat, type NdArray, tensor } from '../ndarray.ts';
import { featureMaps } from './shared/global-pooling.ts';

/**
 * Global average pooling: the mean of each feature map.
 *
 * $$y_{nc} = \frac{1}{H W} \sum_{i=1}^{H} \sum_{j=1}^{W} x_{nijc}$$
 *
 * - $x$ `[N, H, W, C]`: images
 * - $y$ `[N, C]`
 *
 * Error at most $\gamma_{HW} \frac{1}{HW} \sum |x_{nijc}|$, as a term passes HW - 1 sums and the division:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `x` is not an ndarray.
 * @throws {RangeError} `x` is not of rank 4, or is empty.
 * @see Lin, Chen, Yan (2013), Network In Network, section 3.2. Lecture 5.
 * @example globalAveragePool2d(tensor([1, 2, 2, 1], [1, 4, 3, 2])) // [[2.5]]
 */
export function globalAveragePool2d(x: NdArray): NdArray {
  const { shape, places } = featureMaps(x);
  const pixels = flat(x);
  return tensor(
    shape,
    places.map((map) => map.reduce((sum, place) => sum + (pixels[place] as number), 0) / map.length),
  );
}

/**
 * The gradient of $\sum u_{nc} y_{nc}$ by `x`, with $u$ the upstream gradient: each pixel gets an equal share.
 *
 * $$\frac{\partial}{\partial x_{nijc}} = \frac{u_{nc}}{H W}$$
 */
export function globalAveragePool2dGradient(upstream: NdArray, x: NdArray): { x: NdArray } {
  const { shape, places } = featureMaps(x);
  expectShape('upstream', upstream, shape, 'that of the result');
  const gradient = new Float64Array(x.size);
  const weights = flat(upstream);
  places.forEach((map, k) => {
    for (const place of map) gradient[place] = (weights[k] as number) / map.length;
  });
  return { x: tensor(x.shape, gradient) };
}
