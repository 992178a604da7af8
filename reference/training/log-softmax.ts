import { expectSameShape, type NdArray, tensor } from '../ndarray.ts';
import { slicesAlong } from './shared/slices-along.ts';
import { type SoftmaxOptions, softmaxAxis } from './softmax.ts';

/**
 * Log-softmax: logits to log-probabilities.
 *
 * $$\ell_i = z_i - \log \sum_{j=1}^{C} e^{z_j}$$
 *
 * - $z$ `logits` `[N, C]` (any rank of at least 1): unnormalised log-probabilities; -Infinity masks a class
 * - $\ell$ of the same shape, in nats: along `axis` the exponentials of each slice sum to 1
 *
 * Takes the maximum of each slice out first, so that no exponential overflows and no probability that vanishes beside
 * the largest becomes log 0. The largest adds exactly 1 to the sum: log1p of the others keeps the digits of a
 * log-probability near 0. A slice of -Infinity alone has no distribution: it gives NaN.
 *
 * Error at most $\gamma_{2C+4} (1 + |\log p_i|)$ for C classes, as the powers add up to less than C and $x e^{-x} < 1$,
 * by which the rounding of an exponent -x moves its power: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `logits` is not an ndarray.
 * @throws {RangeError} `logits` is empty, `axis` is not one of its axes, or an option is unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, sections 4.1 and 6.2.2.3. Lecture 4.
 * @example logSoftmax(matrix([[0, 0]])) // [[-Math.LN2, -Math.LN2]]
 */
export function logSoftmax(logits: NdArray, options: SoftmaxOptions = {}): NdArray {
  const axis = softmaxAxis(logits, options);
  const logP = tensor(logits.shape);
  for (const slice of slicesAlong(logits, axis)) {
    const z = slice.map((index) => logits.get(...index));
    const max = Math.max(...z);
    const largest = z.indexOf(max);
    const others = z.filter((_, i) => i !== largest).reduce((sum, zi) => sum + Math.exp(zi - max), 0);
    slice.forEach((index, i) => logP.set(...index, (z[i] as number) - max - Math.log1p(others)));
  }
  return logP;
}

/**
 * The gradient of $\sum_i u_i \ell_i$ by the logits, with $u$ the upstream gradient, of the shape of $\ell$:
 *
 * $$\frac{\partial}{\partial z_i} = u_i - e^{\ell_i} \sum_j u_j$$
 */
export function logSoftmaxGradient(
  upstream: NdArray,
  logits: NdArray,
  options: SoftmaxOptions = {},
): { logits: NdArray } {
  const axis = softmaxAxis(logits, options);
  expectSameShape('logits', logits, 'upstream', upstream);
  const logP = logSoftmax(logits, options);
  const gradient = tensor(logits.shape);
  for (const slice of slicesAlong(logits, axis)) {
    const sum = slice.reduce((total, index) => total + upstream.get(...index), 0);
    for (const index of slice) gradient.set(...index, upstream.get(...index) - Math.exp(logP.get(...index)) * sum);
  }
  return { logits: gradient };
}
