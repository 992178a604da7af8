import { wholePower } from '../../optimizers/shared/whole-power.ts';
import { type Pair, pairProduct, pairQuotient, pairSum } from '../../pair.ts';
import { pairExponential } from './pair-exponential.ts';

const ONE: Pair = [1, 0];
const INVERSE_ROOT_OF_2_PI: Pair = [0.3989422804014327, -2.49232720227773e-17];

/** Beyond it even the density is 0 in float64. */
const FARTHEST = 39; // equivalent mutants: `39 + 1`, `39 * (1 + 1e-6)` (to 40 the power of two is 0 as well)
/** Where the series, whose difference from 1/2 cancels, hands over to the continued fraction. */
const NEAR = 6;

/**
 * The standard normal distribution and its density, each within 1 ulp:
 *
 * $$\Phi(z) = \frac{1}{2} \Bigl( 1 + \operatorname{erf} \frac{z}{\sqrt 2} \Bigr), \qquad
 *   \varphi(z) = \frac{1}{\sqrt{2 \pi}} e^{-z^2 / 2}$$
 *
 * With $t = |z|$ the tail is, for $t < 6$, by the series of positive terms (Abramowitz, Stegun 26.2.11), else by the continued
 * fraction (26.2.14):
 *
 * $$\Phi(-t) = \frac{1}{2} - \varphi(t) \Bigl( t + \frac{t^3}{3} + \frac{t^5}{3 \cdot 5} + \dots \Bigr), \qquad
 *   \Phi(-t) = \varphi(t) \cfrac{1}{t + \cfrac{1}{t + \cfrac{2}{t + \dots}}}$$
 *
 * All of it in pairs of numbers, with errors below $2^{-90}$: at 6 the difference from 1/2 cancels 29 bits, and what is left
 * out of series and fraction is below $2^{-80}$ of the tail. So each result is rounded once, apart from sizes below
 * $2^{-1022}$, and the bits do not depend on the engine. That $z$ is not divided by $\sqrt 2$ first, as erfc would have it,
 * saves the digits that its rounding costs the tail.
 */
export function normalDistribution(z: number): { share: number; density: number } {
  const t = Math.abs(z);
  // Equivalent mutants: `t >= FARTHEST`, `z <= 0`, `z < 0 + 1` (at 39 the power of two is 0 as well, and z is far from 0)
  if (t > FARTHEST) return { share: z < 0 ? 0 : 1, density: 0 };
  const [square, rest] = pairProduct([t, 0], [t, 0]);
  const { mantissa, exponent } = pairExponential([-square / 2, -rest / 2]);
  const scale = wholePower(0.5, -exponent);
  const scaled = ([high, low]: Pair): Pair => [high * scale, low * scale];
  const density = pairProduct(mantissa, INVERSE_ROOT_OF_2_PI);
  // Equivalent mutant: `t <= NEAR` (at 6 both give the same numbers)
  const tail =
    t < NEAR
      ? pairSum([0.5, 0], negated(scaled(pairProduct(density, series(t)))))
      : scaled(pairProduct(density, fraction(t)));
  const [share] = z < 0 ? tail : pairSum(ONE, negated(tail)); // equivalent mutant: `z <= 0` (at 0 both are 1/2)
  return { share, density: density[0] * scale };
}

/** t + t^3 / 3 + t^5 / (3 5) + …, from behind. */
function series(t: number): Pair {
  const square = pairProduct([t, 0], [t, 0]);
  let total = ONE;
  // Equivalent mutant: `odd >= 3 - 1` (odd is never 2)
  for (let odd = 181; odd >= 3; odd -= 2) total = pairSum(ONE, pairQuotient(pairProduct(square, total), [odd, 0]));
  return pairProduct([t, 0], total);
}

/** 1 / (t + 1 / (t + 2 / (t + …))), from behind. */
function fraction(t: number): Pair {
  let denominator: Pair = [t, 0];
  for (let k = 50; k >= 1; k--) denominator = pairSum([t, 0], pairQuotient([k, 0], denominator));
  return pairQuotient(ONE, denominator);
}

function negated([high, low]: Pair): Pair {
  return [-high, -low];
}
