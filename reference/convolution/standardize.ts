import { type Elements, expectNumbers } from '../elementwise.ts';
import { elementsOf, expectUpstream, ofShape, shapeOf } from '../tensors/shared/elements.ts';

/**
 * Standardization (z-score): mean 0 and deviation 1 over all elements.
 *
 * $$y_i = \frac{x_i - \mu}{\sigma}, \quad \mu = \frac{1}{n} \sum_{i=1}^{n} x_i, \quad \sigma = \sqrt{\frac{1}{n} \sum_{i=1}^{n} (x_i - \mu)^2}$$
 *
 * - $x$ `x` a number, or an array of any rank: an image, or a batch of them
 * - $n$ the number of its elements
 * - $y$ of the shape of `x`
 *
 * The deviation is that of the population. The mean is taken off before the squares, and what it was rounded by after it,
 * so that an offset costs no digits. If all elements are equal, each differs from the mean by exactly 0 then, and the result
 * is 0, as in scikit-learn.
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray.
 * @throws {RangeError} `x` is empty.
 * @see LeCun, Bottou, Orr, Müller (1998), Efficient BackProp, section 4.3. Lecture 5.
 * @example standardize(matrix([[-1, 1], [1, -1]])) // [[-1, 1], [1, -1]]
 */
export function standardize(x: Elements): Elements {
  const { centred, sigma } = moments(x);
  return ofShape(
    shapeOf(x),
    centred.map((c) => (sigma === 0 ? 0 : c / sigma)),
  );
}

/**
 * The gradient of $\sum u_i y_i$ by `x`, with $u$ the upstream gradient. If all elements are equal, a kink, it is taken as
 * 0.
 *
 * $$\frac{\partial}{\partial x_j} = \frac{1}{\sigma} \Bigl( u_j - \frac{1}{n} \sum_i u_i - \frac{y_j}{n} \sum_i u_i y_i \Bigr)$$
 */
export function standardizeGradient(upstream: Elements, x: Elements): { x: Elements } {
  const { centred, sigma } = moments(x);
  expectUpstream(upstream, shapeOf(x));
  const u = elementsOf(upstream);
  const y = centred.map((c) => c / sigma);
  const [meanOfUpstream, meanOfProducts] = [mean(u), mean(u.map((ui, i) => ui * (y[i] as number)))];
  const gradient = u.map((ui, j) => {
    if (sigma === 0) return 0;
    return (ui - meanOfUpstream - (y[j] as number) * meanOfProducts) / sigma;
  });
  return { x: ofShape(shapeOf(x), gradient) };
}

/** What each element differs from the mean by, and the deviation. */
function moments(x: Elements): { centred: Float64Array; sigma: number } {
  expectNumbers('x', x);
  const elements = elementsOf(x);
  const mu = mean(elements);
  const distances = elements.map((xi) => xi - mu);
  const correction = mean(distances);
  const centred = distances.map((d) => d - correction);
  return { centred, sigma: Math.sqrt(mean(centred.map((c) => c * c))) };
}

function mean(items: Float64Array): number {
  return items.reduce((sum, item) => sum + item, 0) / items.length;
}
