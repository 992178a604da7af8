import { described, expectElements, expectSameShape, isNdArray, type NdArray, shown, tensor } from '../ndarray.ts';
import { expectInteger, expectOptions } from '../options.ts';
import { slicesAlong } from './shared/slices-along.ts';

export interface SoftmaxOptions {
  /** the axis along which the result sums to 1, counted from the end where negative; default -1, the last */
  axis?: number;
}

/**
 * Softmax: logits to probabilities.
 *
 * $$p_i = \frac{e^{z_i}}{\sum_{j=1}^{C} e^{z_j}}$$
 *
 * - $z$ `logits` `[N, C]` (any rank of at least 1): unnormalised log-probabilities; -Infinity masks a class
 * - $p$ of the same shape: along `axis` each slice is non-negative and sums to 1
 *
 * Takes the maximum of each slice out first, which changes nothing in exact arithmetic and keeps every exponent at or
 * below 0. A slice of -Infinity alone has no distribution: it gives NaN, as 0/0 does.
 *
 * @throws {TypeError} `logits` is not an ndarray.
 * @throws {RangeError} `logits` is empty, `axis` is not one of its axes, or an option is unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, sections 4.1 and 6.2.2.3. Lecture 4.
 * @example softmax(matrix([[0, 0]])) // [[0.5, 0.5]]
 */
export function softmax(logits: NdArray, options: SoftmaxOptions = {}): NdArray {
  const axis = softmaxAxis(logits, options);
  const p = tensor(logits.shape);
  for (const slice of slicesAlong(logits, axis)) {
    const z = slice.map((index) => logits.get(...index));
    const max = Math.max(...z);
    const exponentials = z.map((zi) => Math.exp(zi - max));
    const sum = exponentials.reduce((total, e) => total + e, 0);
    slice.forEach((index, i) => p.set(...index, (exponentials[i] as number) / sum));
  }
  return p;
}

/**
 * The gradient of $\sum_i u_i p_i$ by the logits, with $u$ the upstream gradient, of the shape of $p$:
 *
 * $$\frac{\partial}{\partial z_i} = p_i \Bigl( u_i - \sum_j u_j p_j \Bigr)$$
 */
export function softmaxGradient(upstream: NdArray, logits: NdArray, options: SoftmaxOptions = {}): { logits: NdArray } {
  const axis = softmaxAxis(logits, options);
  expectSameShape('logits', logits, 'upstream', upstream);
  const p = softmax(logits, options);
  const gradient = tensor(logits.shape);
  for (const slice of slicesAlong(logits, axis)) {
    const mean = slice.reduce((total, index) => total + upstream.get(...index) * p.get(...index), 0);
    for (const index of slice) gradient.set(...index, p.get(...index) * (upstream.get(...index) - mean));
  }
  return { logits: gradient };
}

/** The axis that the options name, counted from the front. */
export function softmaxAxis(logits: NdArray, options: SoftmaxOptions): number {
  expectOptions(options, ['axis']);
  if (!isNdArray(logits)) throw new TypeError(`logits: expected an ndarray, got ${described(logits)}`);
  if (logits.shape.length === 0)
    throw new RangeError(`logits: expected rank 1 or more, got shape ${shown(logits.shape)}`);
  expectElements('logits', logits);
  const rank = logits.shape.length;
  const { axis = -1 } = options;
  expectInteger('options.axis', axis, -rank, rank - 1);
  return axis < 0 ? axis + rank : axis;
}
