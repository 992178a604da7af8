import { expectPossible, map, type NdArray, tensor } from '../ndarray.ts';
import { expectChoice, expectInteger } from '../options.ts';

export type DiffusionScheduleKind = 'linear' | 'cosine';

/** The first and the last beta of the linear schedule. */
const [FIRST, LAST] = [1e-4, 0.02];
/** The cosine schedule begins so far behind the top of the cosine. */
const OFFSET = 0.008;
/** The largest beta of the cosine schedule, whose last one would be 1. */
const LARGEST = 0.999;

/**
 * The noise schedule of a diffusion model: the variance that each step adds, and what is left of the sample after it.
 *
 * $$\beta_t = 10^{-4} + (0.02 - 10^{-4}) \frac{t - 1}{T - 1} \text{ (linear)}, \qquad
 *   \beta_t = \min \Bigl( 1 - \frac{f(t)}{f(t-1)},\ 0.999 \Bigr) \text{ (cosine)}, \qquad
 *   f(t) = \cos^2 \Bigl( \frac{t/T + 0.008}{1.008} \cdot \frac{\pi}{2} \Bigr)$$
 *
 * $$\bar\alpha_t = \prod_{s=1}^{t} (1 - \beta_s)$$
 *
 * - $T$ `steps`, and $t = 1 \ldots T$
 * - `kind`: 'linear' or 'cosine'
 * - $\beta$ `beta` `[T]`, $\bar\alpha$ `alphaBar` `[T]`, without roots
 *
 * One linear step has the first beta, one cosine step 0.999. With $a$ and $b$ the angles of $f(t)$ and $f(t-1)$ the
 * cosine's beta is $\sin(a - b) \sin(a + b) / \cos^2 b$, which does not cancel where beta is small. It is clipped at the
 * last step alone.
 *
 * @throws {RangeError} `steps` is not an integer of at least 1 or is too large, or `kind` is neither of the two.
 * @see Ho, Jain, Abbeel (2020), Denoising Diffusion Probabilistic Models, section 4; Nichol, Dhariwal (2021), Improved
 * Denoising Diffusion Probabilistic Models, section 3.2, equation 17. Lecture 9.
 * @example diffusionSchedule(2) // { beta: [0.0001, 0.02], alphaBar: [0.9999, 0.979902] }
 */
export function diffusionSchedule(
  steps: number,
  kind: DiffusionScheduleKind = 'linear',
): { beta: NdArray; alphaBar: NdArray } {
  expectDiffusionSchedule(steps, kind);
  const betaAt = kind === 'linear' ? linearBeta : cosineBeta;
  const beta = tensor(
    [steps],
    Array.from({ length: steps }, (_, i) => betaAt(i + 1, steps)),
  );
  let product = 1;
  const alphaBar = map(beta, (b) => (product *= 1 - b));
  return { beta, alphaBar };
}

function linearBeta(t: number, T: number): number {
  const share = T === 1 ? 0 : (t - 1) / (T - 1);
  return (1 - share) * FIRST + share * LAST;
}

function cosineBeta(t: number, T: number): number {
  const step = Math.PI / 2 / (1 + OFFSET) / T;
  const before = (t - 1 + OFFSET * T) * step;
  return Math.min((Math.sin(step) * Math.sin(2 * before + step)) / Math.cos(before) ** 2, LARGEST);
}

/** @throws {RangeError} The arguments are not what diffusionSchedule takes. */
export function expectDiffusionSchedule(steps: number, kind: DiffusionScheduleKind): void {
  expectInteger('steps', steps, 1);
  expectPossible('steps', [steps]);
  expectChoice('kind', kind, ['linear', 'cosine']);
}
