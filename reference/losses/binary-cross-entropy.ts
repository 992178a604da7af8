import { sigmoid } from '../backprop/sigmoid.ts';
import { expectSameShape, flat, type NdArray, tensor, vectorLength } from '../ndarray.ts';
import { expectChoice, expectFinite, expectOptions } from '../options.ts';
import { softplus } from './shared/softplus.ts';

export interface BinaryCrossEntropyOptions {
  /** whether `y` holds logits instead of probabilities; default false */
  fromLogits?: boolean;
  /** probabilities are moved into `clip..1 - clip` first; at least 0 and below 1/2; default 0, as they are */
  clip?: number;
}

/**
 * Binary cross-entropy, averaged over the samples.
 *
 * $$L = -\frac{1}{N} \sum_{n=1}^{N} \bigl( t_n \log p_n + (1 - t_n) \log (1 - p_n) \bigr)$$
 *
 * - $p$ `y` `[N]`: predicted probabilities of class 1; with `fromLogits` logits $z$, and $p = \sigma(z)$
 * - $t$ `t` `[N]`: targets from 0 to 1, hard or soft
 * - $L$ scalar, in nats per sample
 *
 * $0 \log 0 = 0$: a probability of exactly 0 or 1 costs nothing under the same target, and Infinity under any other.
 * From logits $-\log p = \operatorname{softplus}(-z)$ and $-\log (1 - p) = \operatorname{softplus}(z)$, with
 * $\operatorname{softplus}(z) = \log(1 + e^z) = \max(z, 0) + \log(1 + e^{-|z|})$, so it stays finite for logits of any size.
 *
 * Error at most $\gamma_{N+8} L$, as no term is negative and each passes at most 9 u, a power and a logarithm within 2 u
 * among them, and N - 1 sums; where `clip` is above 0, u / clip more, as $1 - \text{clip}$ is rounded:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `y` or `t` is not an ndarray.
 * @throws {RangeError} `y` is not a vector or is empty, a probability is not of 0..1, `t` is of another length, `clip` is
 * out of range or given with `fromLogits`, or an option is unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.2.2.2. Lecture 4.
 * @example binaryCrossEntropy(vector([0.5, 0.25]), vector([1, 1])) // 1.5 * Math.LN2
 */
export function binaryCrossEntropy(y: NdArray, t: NdArray, options: BinaryCrossEntropyOptions = {}): number {
  const { N, fromLogits, clip } = binaryCrossEntropyArguments(y, t, options);
  let loss = 0;
  for (let n = 0; n < N; n++) {
    const p = Math.min(Math.max(y.get(n), clip), 1 - clip);
    const minusLogP = fromLogits ? softplus(-y.get(n)) : -Math.log(p);
    const minusLogQ = fromLogits ? softplus(y.get(n)) : -Math.log1p(-p);
    loss += share(t.get(n), minusLogP) + share(1 - t.get(n), minusLogQ);
  }
  return loss / N;
}

/**
 * The gradient of $u L$ by the predictions, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial p_n} = \frac{u}{N} \Bigl( \frac{1 - t_n}{1 - p_n} - \frac{t_n}{p_n} \Bigr), \qquad
 * \frac{\partial}{\partial z_n} = \frac{u}{N} (\sigma(z_n) - t_n)
 *   = \frac{u}{N} \bigl( (1 - t_n)\, \sigma(z_n) - t_n\, \sigma(-z_n) \bigr)$$
 *
 * The last form does not cancel. By a probability that was clipped it is 0.
 */
export function binaryCrossEntropyGradient(
  upstream: number,
  y: NdArray,
  t: NdArray,
  options: BinaryCrossEntropyOptions = {},
): { y: NdArray } {
  const { N, fromLogits, clip } = binaryCrossEntropyArguments(y, t, options);
  const gradient = tensor([N]);
  for (let n = 0; n < N; n++) {
    const [p, target] = [y.get(n), t.get(n)];
    const clipped = !fromLogits && (p < clip || p > 1 - clip);
    const slope = fromLogits
      ? (1 - target) * sigmoid(p) - target * sigmoid(-p)
      : share(1 - target, 1 / (1 - p)) - share(target, 1 / p);
    gradient.set(n, clipped ? 0 : (upstream / N) * slope);
  }
  return { y: gradient };
}

/** The number of samples of a legal argument list, and its options. */
export function binaryCrossEntropyArguments(
  y: NdArray,
  t: NdArray,
  options: BinaryCrossEntropyOptions,
): { N: number; fromLogits: boolean; clip: number } {
  expectOptions(options, ['fromLogits', 'clip']);
  const { fromLogits = false, clip = 0 } = options;
  expectChoice('options.fromLogits', fromLogits, [true, false]);
  expectFinite('options.clip', clip);
  if (clip < 0 || clip >= 0.5) throw new RangeError(`options.clip: expected 0 <= clip < 0.5, got ${clip}`);
  if (fromLogits && clip !== 0) throw new RangeError(`options.clip: expected 0 beside fromLogits, got ${clip}`);
  const N = vectorLength('y', y);
  expectSameShape('y', y, 't', t);
  const beyond = fromLogits ? undefined : flat(y).find((p) => p < 0 || p > 1);
  if (beyond !== undefined) {
    throw new RangeError(`y: expected probabilities of 0..1 (or options.fromLogits), got ${beyond}`);
  }
  return { N, fromLogits, clip };
}

/** weight * value, where a weight of 0 takes nothing even of Infinity. */
function share(weight: number, value: number): number {
  return weight === 0 ? 0 : weight * value;
}
