import { described, expectSameShape, flat, map, matrixShape, type NdArray, tensor, zip } from '../ndarray.ts';
import { expectChoice, expectFinite, expectOptions } from '../options.ts';
import { slicesAlong } from '../training/shared/slices-along.ts';
import { softmax, softmaxGradient } from '../training/softmax.ts';

export interface GumbelOptions {
  /** above 0: the smaller, the nearer to one-hot; default 1 */
  temperature?: number;
  /** the sample is one-hot, with the gradient of the relaxed one; default false */
  hard?: boolean;
}

/**
 * Gumbel softmax: a relaxed sample of a categorical distribution as a function of its logits and of random numbers that
 * do not depend on them.
 *
 * $$y_{nk} = \frac{e^{s_{nk} / \tau}}{\sum_j e^{s_{nj} / \tau}}, \qquad s_{nk} = z_{nk} + g_{nk}, \qquad
 * g_{nk} = -\log(-\log u_{nk})$$
 *
 * - $z$ `logits` `[N, K]`: finite
 * - $u$ `random` `[N, K]`: uniform, strictly between 0 and 1
 * - $\tau$ `temperature`
 * - $y$ `[N, K]`: rows that sum to 1; with `hard` one-hot at the largest $s$ of the row, the first of equal ones
 *
 * The largest $s$ of a row is class k with the probability that softmax gives it, at any temperature. It is taken out of its
 * row before the division, which changes nothing in exact arithmetic: its quotient by a temperature near 0 would overflow.
 *
 * @throws {TypeError} `logits` or `random` is not an ndarray, or `temperature` is not a number.
 * @throws {RangeError} `logits` is not a matrix, is empty, or has an entry that is not finite, `random` has another shape or an
 * entry outside of its range, `temperature` is not above 0 or not finite, or an option is unknown.
 * @see Jang, Gu, Poole (2017), Categorical Reparameterization with Gumbel-Softmax, sections 2.1 and 2.2. Lecture 8.
 * @example gumbelSoftmax(matrix([[0, 2]]), matrix([[0.5, 0.5]]), { hard: true }) // [[0, 1]]
 */
export function gumbelSoftmax(logits: NdArray, random: NdArray, options: GumbelOptions = {}): NdArray {
  const { K, temperature, hard } = expectGumbel(logits, random, options);
  if (!hard) return softmax(scaled(logits, random, temperature));
  const scores = perturbed(logits, random);
  const s = flat(scores);
  const oneHot = s.map((_, i) => {
    const row = s.subarray(i - (i % K), i - (i % K) + K);
    return row.indexOf(Math.max(...row)) === i % K ? 1 : 0;
  });
  return tensor(scores.shape, oneHot);
}

/**
 * The gradient of $\sum_{nk} v_{nk} y_{nk}$ by the logits, with $v$ the upstream gradient and $y$ the relaxed sample, if
 * `hard` too: the straight-through estimator, since a one-hot sample has no slope.
 *
 * $$\frac{\partial}{\partial z_{nk}} = \frac{y_{nk}}{\tau} \Bigl( v_{nk} - \sum_j v_{nj} y_{nj} \Bigr)$$
 */
export function gumbelSoftmaxGradient(
  upstream: NdArray,
  logits: NdArray,
  random: NdArray,
  options: GumbelOptions = {},
): { logits: NdArray } {
  const { temperature } = expectGumbel(logits, random, options);
  const { logits: slopes } = softmaxGradient(upstream, scaled(logits, random, temperature));
  return { logits: map(slopes, (slope) => slope / temperature) };
}

/** The scores over the temperature, after the largest of their row has been taken out of them. */
function scaled(logits: NdArray, random: NdArray, temperature: number): NdArray {
  const scores = perturbed(logits, random);
  const quotients = tensor(scores.shape);
  for (const row of slicesAlong(scores, 1)) {
    const max = Math.max(...row.map((index) => scores.get(...index)));
    for (const index of row) quotients.set(...index, (scores.get(...index) - max) / temperature);
  }
  return quotients;
}

/** The logits with Gumbel noise. */
function perturbed(logits: NdArray, random: NdArray): NdArray {
  return zip(logits, random, (z, u) => z - Math.log(-Math.log(u)));
}

/** The number of classes and the complete options, after all arguments have been checked. */
export function expectGumbel(
  logits: NdArray,
  random: NdArray,
  options: GumbelOptions,
): { K: number; temperature: number; hard: boolean } {
  expectOptions(options, ['temperature', 'hard']);
  const { temperature = 1, hard = false } = options;
  expectFinite('options.temperature', temperature);
  if (temperature <= 0) throw new RangeError(`options.temperature: expected a number above 0, got ${temperature}`);
  expectChoice('options.hard', hard, [false, true]);
  const [, K] = matrixShape('logits', logits);
  expectSameShape('logits', logits, 'random', random);
  const strange = flat(logits).find((z) => !Number.isFinite(z));
  if (strange !== undefined) throw new RangeError(`logits: expected finite numbers, got ${described(strange)}`);
  const beyond = flat(random).find((u) => !(u > 0 && u < 1));
  if (beyond !== undefined) {
    throw new RangeError(`random: expected numbers strictly between 0 and 1, got ${described(beyond)}`);
  }
  return { K, temperature, hard };
}
