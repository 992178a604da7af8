import { flat, map, type NdArray, tensor } from '../ndarray.ts';
import { expectChoice, expectOptions } from '../options.ts';
import { logSoftmax } from '../training/log-softmax.ts';
import { expectClassTargets } from './shared/class-targets.ts';

export interface CategoricalCrossEntropyOptions {
  /** whether `y` holds logits instead of probabilities; default false */
  fromLogits?: boolean;
}

/**
 * Categorical cross-entropy, averaged over the batch.
 *
 * $$L = -\frac{1}{N} \sum_{n=1}^{N} \sum_{c=1}^{C} t_{nc} \log p_{nc}$$
 *
 * - $p$ `y` `[N, C]`: predicted probabilities, each row summing to 1; with `fromLogits` logits $z$, and $p$ is their softmax
 * - $t$ `t` `[N, C]`: each row a distribution (one-hot or soft), or `[N]`: the class of each sample, counted from 0
 * - $L$ scalar, in nats per sample
 *
 * $0 \log 0 = 0$: a class with target 0 adds nothing, whatever its probability; a probability of 0 under a positive
 * target costs Infinity. Probabilities are neither clipped nor normalized again. From logits it is computed by
 * log-softmax, so it stays finite for logits of any size.
 *
 * Error at most $\gamma_{NC+3} \frac{1}{N} \sum |t_{nc} \log p_{nc}|$, as a term passes a logarithm within 2 u, a
 * product, NC - 1 sums and the division; from logits, with the error of `logSoftmax`,
 * $\gamma_{NC+2C+8} \frac{1}{N} \sum |t_{nc}| (1 + |\log p_{nc}|)$: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `y` or `t` is not an ndarray.
 * @throws {RangeError} `y` is not a matrix or is empty, `t` is of another shape, a class index is not an integer of
 * 0..C-1, a probability is negative, or an option is unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, sections 3.13 and 6.2.2.3. Lecture 4.
 * @example categoricalCrossEntropy(matrix([[0.5, 0.5]]), vector([1])) // Math.LN2
 */
export function categoricalCrossEntropy(y: NdArray, t: NdArray, options: CategoricalCrossEntropyOptions = {}): number {
  const { N, C, fromLogits } = categoricalCrossEntropyArguments(y, t, options);
  const logP = fromLogits ? logSoftmax(y) : map(y, Math.log);
  let loss = 0;
  for (let n = 0; n < N; n++) {
    for (let c = 0; c < C; c++) {
      const target = targetOf(t, n, c);
      if (target !== 0) loss -= target * logP.get(n, c);
    }
  }
  return loss / N;
}

/**
 * The gradient of $u L$ by the predictions, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial p_{nc}} = -\frac{u}{N} \frac{t_{nc}}{p_{nc}}, \qquad
 * \frac{\partial}{\partial z_{nc}} = \frac{u}{N} \Bigl( p_{nc} \sum_{k=1}^{C} t_{nk} - t_{nc} \Bigr)$$
 *
 * By a probability of 0 under a target of 0 it is 0.
 */
export function categoricalCrossEntropyGradient(
  upstream: number,
  y: NdArray,
  t: NdArray,
  options: CategoricalCrossEntropyOptions = {},
): { y: NdArray } {
  const { N, C, fromLogits } = categoricalCrossEntropyArguments(y, t, options);
  const gradient = tensor(y.shape);
  const p = fromLogits ? map(logSoftmax(y), Math.exp) : y;
  // Equivalent mutants: one more n (what it writes beyond the end is ignored)
  for (let n = 0; n < N; n++) {
    const targets = Array.from({ length: C }, (_, c) => targetOf(t, n, c));
    const sum = targets.reduce((total, target) => total + target, 0);
    targets.forEach((target, c) => {
      const slope = fromLogits ? p.get(n, c) * sum - target : target === 0 ? 0 : -target / p.get(n, c);
      gradient.set(n, c, (upstream / N) * slope);
    });
  }
  return { y: gradient };
}

/** The sizes of a legal argument list, and whether its predictions are logits. */
export function categoricalCrossEntropyArguments(
  y: NdArray,
  t: NdArray,
  options: CategoricalCrossEntropyOptions,
): { N: number; C: number; fromLogits: boolean } {
  expectOptions(options, ['fromLogits']);
  const { fromLogits = false } = options;
  expectChoice('options.fromLogits', fromLogits, [true, false]);
  const sizes = expectClassTargets(y, t);
  const negative = fromLogits ? undefined : flat(y).find((p) => p < 0);
  if (negative !== undefined) {
    throw new RangeError(`y: expected no negative probabilities (or options.fromLogits), got ${negative}`);
  }
  return { ...sizes, fromLogits };
}

/** The target probability of class c, of a row of probabilities or a class index. */
function targetOf(t: NdArray, n: number, c: number): number {
  if (t.shape.length === 2) return t.get(n, c);
  return t.get(n) === c ? 1 : 0;
}
