import { normOf } from '../generalization/shared/norm.ts';
import { expectSameShape, expectShape, flat, matrixShape, type NdArray, tensor, vectorLength } from '../ndarray.ts';
import { expectRecord } from '../options.ts';

/** A critic of one hidden layer, tanh(x w1 + b1) w2: `w1` `[features, units]`, `b1` `[units]`, `w2` `[units]`. */
export interface Critic {
  w1: NdArray;
  b1: NdArray;
  w2: NdArray;
}

/**
 * The gradient penalty of a Wasserstein GAN: how far the slope of the critic is from 1 between real and generated samples.
 *
 * $$P = \frac{1}{N} \sum_{n=1}^{N} \bigl( \lVert \nabla f(\hat x_n) \rVert_2 - 1 \bigr)^2, \qquad
 *   \hat x_n = u_n x_n + (1 - u_n) \tilde x_n$$
 *
 * $$f(x) = \sum_{k=1}^{H} v_k \tanh \Bigl( \sum_{i=1}^{D} x_i w_{ik} + b_k \Bigr), \qquad
 *   \frac{\partial f}{\partial x_i} = \sum_{k=1}^{H} w_{ik} v_k (1 - a_k^2)$$
 *
 * - $x$ `real` `[N, D]`, $\tilde x$ `fake` `[N, D]`: samples, one per row
 * - $u$ `u` `[N]`: the share of the real one in each mixture, drawn from 0 to 1
 * - $w$ `critic.w1` `[D, H]`, $b$ `critic.b1` `[H]`, $v$ `critic.w2` `[H]`: a critic of one hidden layer, $a_k$ what its tanh gives
 * - $P$ scalar, without the factor $\lambda$, 10 in the paper, that it has beside `wassersteinLoss`
 *
 * Slopes below 1 are penalized too. The norm is taken of the slope over its largest entry, so that no square overflows.
 *
 * @throws {TypeError} An array is not an ndarray, or `critic` is not an object.
 * @throws {RangeError} `real` is not a matrix or is empty, `fake` has another shape, `u` has not one entry for each row or one outside of 0
 * to 1, or the shapes of the critic do not fit each other and the samples.
 * @see Gulrajani, Ahmed, Arjovsky, Dumoulin, Courville (2017), Improved Training of Wasserstein GANs, section 4,
 * equation 3, and algorithm 1. Lecture 9.
 * @example gradientPenalty(matrix([[0, 0]]), matrix([[0, 0]]), vector([0.5]), { w1: matrix([[3], [4]]), b1: vector([0]), w2: vector([1]) }) // 16
 */
export function gradientPenalty(real: NdArray, fake: NdArray, u: NdArray, critic: Critic): number {
  const { N } = gradientPenaltySizes(real, fake, u, critic);
  let total = 0;
  for (let n = 0; n < N; n++) {
    const { largest, ratio } = normOf(slopeAt(mixture(real, fake, u, n), critic).slope);
    total += (largest * ratio - 1) ** 2;
  }
  return total / N;
}

/**
 * The gradient of $r P$ by all arguments, with $r$ the upstream gradient. Of one sample, with $g = \nabla f(\hat x)$,
 * $s_k = v_k (1 - a_k^2)$ and $c$ the gradient by $g$:
 *
 * $$c = \frac{2r}{N} \bigl( \lVert g \rVert - 1 \bigr) \frac{g}{\lVert g \rVert}, \qquad t_k = \sum_{i=1}^{D} w_{ik} c_i, \qquad
 *   \delta_k = -2 a_k s_k t_k$$
 *
 * $$\frac{\partial}{\partial w_{ik}} = c_i s_k + \hat x_i \delta_k, \qquad \frac{\partial}{\partial b_k} = \delta_k, \qquad
 *   \frac{\partial}{\partial v_k} = t_k (1 - a_k^2), \qquad
 *   \frac{\partial}{\partial \hat x_i} = \sum_{k=1}^{H} w_{ik} \delta_k$$
 *
 * The real sample takes $u$ of the gradient by $\hat x$, the generated one the rest, and $u$ its product with $x - \tilde x$. What goes
 * through the weights twice is summed over the samples. At a slope of 0 the norm has a kink: there $c$ is 0, the middle of all
 * that it may be.
 */
export function gradientPenaltyGradient(
  upstream: number,
  real: NdArray,
  fake: NdArray,
  u: NdArray,
  critic: Critic,
): { real: NdArray; fake: NdArray; u: NdArray; critic: Critic } {
  const { N, D, H } = gradientPenaltySizes(real, fake, u, critic);
  const result = { real: tensor([N, D]), fake: tensor([N, D]), u: tensor([N]) };
  const weights = { w1: tensor([D, H]), b1: tensor([H]), w2: tensor([H]) };
  for (let n = 0; n < N; n++) {
    const x = mixture(real, fake, u, n);
    const { slope, activations } = slopeAt(x, critic);
    const { largest, ratio } = normOf(slope);
    const scale = ((2 * upstream) / N) * (largest * ratio - 1);
    const c = slope.map((g) => (largest === 0 ? 0 : scale * (g / largest / ratio)));
    for (const [k, a] of activations.entries()) {
      const rest = 1 - a * a;
      const s = critic.w2.get(k) * rest;
      const t = c.reduce((sum, ci, i) => sum + critic.w1.get(i, k) * ci, 0);
      const delta = -2 * a * s * t;
      add(weights.b1, delta, k);
      add(weights.w2, t * rest, k);
      for (let i = 0; i < D; i++) {
        add(weights.w1, (c[i] as number) * s + (x[i] as number) * delta, i, k);
        const byMixture = critic.w1.get(i, k) * delta;
        add(result.real, u.get(n) * byMixture, n, i);
        add(result.fake, (1 - u.get(n)) * byMixture, n, i);
        add(result.u, byMixture * (real.get(n, i) - fake.get(n, i)), n);
      }
    }
  }
  return { ...result, critic: weights };
}

/** The numbers of samples, of features and of hidden units of a legal argument list. */
export function gradientPenaltySizes(
  real: NdArray,
  fake: NdArray,
  u: NdArray,
  critic: Critic,
): { N: number; D: number; H: number } {
  const [N, D] = matrixShape('real', real);
  expectSameShape('real', real, 'fake', fake);
  expectShape('u', u, [N], 'one entry for each row of real');
  const beyond = flat(u).find((share) => !(share >= 0 && share <= 1));
  if (beyond !== undefined) throw new RangeError(`u: expected numbers of 0..1, got ${beyond}`);
  expectRecord('critic', critic);
  const H = vectorLength('critic.w2', critic.w2);
  expectShape('critic.w1', critic.w1, [D, H], 'a row for each feature, a column for each entry of critic.w2');
  expectShape('critic.b1', critic.b1, [H], 'that of critic.w2');
  return { N, D, H };
}

/** Between a real sample and a generated one. */
function mixture(real: NdArray, fake: NdArray, u: NdArray, n: number): Float64Array {
  const share = u.get(n);
  return flat(real.pick(n, null)).map((x, i) => share * x + (1 - share) * fake.get(n, i));
}

/** The gradient of the critic by its input, and what its hidden units give. */
function slopeAt(x: Float64Array, { w1, b1, w2 }: Critic): { slope: Float64Array; activations: Float64Array } {
  const activations = flat(b1).map((b, k) => Math.tanh(x.reduce((sum, xi, i) => sum + xi * w1.get(i, k), b)));
  const slope = x.map((_, i) => activations.reduce((sum, a, k) => sum + w1.get(i, k) * w2.get(k) * (1 - a * a), 0));
  return { slope, activations };
}

function add(array: NdArray, amount: number, ...at: number[]): void {
  array.set(...at, array.get(...at) + amount);
}
