import type { BigNumber } from 'mathjs';
import { expect, test } from 'vitest';
import { exactly, digits100 as math } from '../../exactly-fixture.ts';
import { normalDistribution } from './normal-distribution.ts';

const PI = math.acos(math.bignumber(-1));
const ONE = math.bignumber(1);

/** Phi(-t) at 100 digits, by the continued fraction far out and by the alternating series (Abramowitz, Stegun 26.2.10) near 0. */
function tailAt100Digits(t: BigNumber, density: BigNumber): BigNumber {
  if (t.gte(5)) {
    let denominator = t;
    for (let k = 400; k >= 1; k--) denominator = t.plus(math.bignumber(k).div(denominator));
    return density.div(denominator);
  }
  let [power, total] = [t, math.bignumber(0)];
  for (let n = 0; n < 200; n++) {
    total = total.plus(power.div(2 * n + 1));
    power = power
      .times(t)
      .times(t)
      .div(-2 * (n + 1));
  }
  return math.bignumber(0.5).minus(total.div(PI.times(2).sqrt()));
}

function at100Digits(z: number): { share: BigNumber; density: BigNumber } {
  const t = exactly(Math.abs(z));
  const density = t.times(t).div(-2).exp().div(PI.times(2).sqrt());
  const tail = tailAt100Digits(t, density);
  return { share: z < 0 ? tail : ONE.minus(tail), density };
}

/** How many units in the last place of the true value a number is off. */
function ulps(got: number, truth: BigNumber): number {
  const size = truth.abs().toNumber();
  const unit = 2 ** (Math.floor(Math.log2(size)) - 52);
  return exactly(got).minus(truth).abs().div(unit).toNumber();
}

const sizes = Array.from({ length: 60 }, (_, k) => (k + Math.sin(k) ** 2) * 0.6);
const near = [0, 1e-9, 0.3, 5.999999999, 6, 6.000000001, 6.99, 37.4];

test('share and density are rounded once, to within 1 ulp, as long as they are normal numbers', () => {
  for (const t of [...sizes, ...near].filter((size) => size < 37.5)) {
    for (const z of [t, -t]) {
      const truth = at100Digits(z);
      const { share, density } = normalDistribution(z);
      expect(ulps(share, truth.share), `share at ${z}`).toBeLessThanOrEqual(0.51);
      expect(ulps(density, truth.density), `density at ${z}`).toBeLessThanOrEqual(0.51);
    }
  }
});

// It lies so close to the middle of two doubles that a factor off by 2^-73 of itself would round it to the other one.
test('a density that is hard to round is rounded to the nearer double', () => {
  const z = 2.282414;
  expect(normalDistribution(z).density).toBe(at100Digits(z).density.toNumber());
});

// Expected values: mpmath at 60 digits, rounded once.
test.each([
  [-38.4, 6.4e-323, 2.535e-321],
  [-39, 0, 0],
  [-39.5, 0, 0],
  [39.5, 1, 0],
  [1e308, 1, 0],
  [-1e308, 0, 0],
  [Infinity, 1, 0],
  [-Infinity, 0, 0],
  [Number.NaN, Number.NaN, Number.NaN],
])('at %d the share is %d and the density %d', (z, share, density) => {
  expect(normalDistribution(z)).toEqual({ share, density });
});
