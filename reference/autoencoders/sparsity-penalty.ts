import { flat, map, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectChoice, expectFinite, expectOptions } from '../options.ts';

export interface SparsityOptions {
  /** how active a unit should be on average, of 0..1; default 0.05 */
  rate?: number;
  /** 'divergence' of the units' mean activations from the rate, or 'l1': the size of the code; default 'divergence' */
  measure?: 'divergence' | 'l1';
}

/**
 * Sparsity penalty of a code: the divergence of each unit's mean activation from the rate that it should have, both
 * taken as Bernoulli distributions, summed over the units.
 *
 * $$\Omega = \sum_{k=1}^{K} \Bigl( \rho \log \frac{\rho}{m_k} + (1 - \rho) \log \frac{1 - \rho}{1 - m_k} \Bigr), \quad
 * m_k = \frac{1}{N} \sum_{n=1}^{N} a_{nk}, \qquad \Omega_{L1} = \frac{1}{N} \sum_{n=1}^{N} \sum_{k=1}^{K} |a_{nk}|$$
 *
 * - $a$ `code` `[N, K]`: the activations, strictly between 0 and 1; any numbers with the measure 'l1'
 * - $\rho$ `rate`, of 0..1: the measure 'l1' has no use for it
 * - $\Omega$ scalar, in nats; never negative, 0 only if every unit has the rate
 *
 * At the rates 0 and 1 one of the two terms is 0: 0 log 0 = 0. The subgradient of $|a|$ at 0 is taken as 0.
 *
 * Error at most $\gamma_{N+2K+6} \sum_k \bigl( \rho (1 + |\log \frac{\rho}{m_k}|) + (1 - \rho) (1 + |\log \frac{1 -
 * \rho}{1 - m_k}|) \bigr)$, as both means are sums of positive terms within $\gamma_{N+1}$, a logarithm is moved by as
 * much and two roundings, and a term passes a logarithm within 2 u, a product and at most 2K sums; of 'l1'
 * $\gamma_{NK} \Omega$: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `code` is not an ndarray, or `rate` is not a number.
 * @throws {RangeError} `code` is not a matrix, is empty, or has an entry outside of its range, `rate` is outside of
 * 0..1, or an option is unknown.
 * @see Ng (2011), Sparse autoencoder, CS294A lecture notes. Lecture 8.
 * @example sparsityPenalty(matrix([[0.25], [0.75]]), { rate: 0 }) // Math.LN2
 */
export function sparsityPenalty(code: NdArray, options: SparsityOptions = {}): number {
  const { N, rate, measure } = expectCode(code, options);
  if (measure === 'l1') return flat(code).reduce((sum, a) => sum + Math.abs(a), 0) / N;
  const { on, off } = meansOf(code);
  return on.reduce((sum, m, k) => sum + term(rate, m) + term(1 - rate, off[k] as number), 0);
}

/**
 * The gradient of $u \Omega$ by the code, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial a_{nk}} = \frac{u}{N} \Bigl( \frac{1 - \rho}{1 - m_k} - \frac{\rho}{m_k} \Bigr), \qquad
 * \frac{\partial \Omega_{L1}}{\partial a_{nk}} = \frac{u}{N} \operatorname{sign}(a_{nk})$$
 */
export function sparsityPenaltyGradient(
  upstream: number,
  code: NdArray,
  options: SparsityOptions = {},
): { code: NdArray } {
  const { N, rate, measure } = expectCode(code, options);
  const share = upstream / N;
  if (measure === 'l1') return { code: map(code, (a) => share * Math.sign(a)) };
  const { on, off } = meansOf(code);
  const row = on.map((m, k) => share * ((1 - rate) / (off[k] as number) - rate / m));
  return { code: tensor(code.shape, Array.from({ length: N }, () => row).flat()) };
}

/** p log(p / m), which is 0 at p = 0 */
function term(p: number, m: number): number {
  return p === 0 ? 0 : p * Math.log(p / m);
}

/** The mean of each unit over the batch, and the mean of what it lacks to 1, which keeps its digits near 1. */
function meansOf(code: NdArray): { on: number[]; off: number[] } {
  const [N, K] = matrixShape('code', code); // equivalent mutant: `""` (the code has been checked before)
  const a = flat(code);
  const meanOf = (k: number, f: (activation: number) => number): number => {
    let sum = 0;
    for (let n = 0; n < N; n++) sum += f(a[n * K + k] as number);
    return sum / N;
  };
  const units = Array.from({ length: K }, (_, k) => k);
  return {
    on: units.map((k) => meanOf(k, (activation) => activation)),
    off: units.map((k) => meanOf(k, (activation) => 1 - activation)),
  };
}

/** The number of samples and the complete options, after all arguments have been checked. */
export function expectCode(
  code: NdArray,
  options: SparsityOptions,
): { N: number; rate: number; measure: 'divergence' | 'l1' } {
  expectOptions(options, ['rate', 'measure']);
  const { rate = 0.05, measure = 'divergence' } = options;
  expectFinite('options.rate', rate);
  if (rate < 0 || rate > 1) throw new RangeError(`options.rate: expected a rate of 0..1, got ${rate}`);
  expectChoice('options.measure', measure, ['divergence', 'l1']);
  const [N] = matrixShape('code', code);
  const beyond = measure === 'l1' ? undefined : flat(code).find((a) => a <= 0 || a >= 1);
  if (beyond !== undefined) {
    throw new RangeError(`code: expected activations strictly between 0 and 1, got ${beyond}`);
  }
  return { N, rate, measure };
}
