import { expect, test } from 'vitest';
import { digits100, exactly } from '../../exactly-fixture.ts';
import type { Pair } from '../../pair.ts';
import { pairExponential } from './pair-exponential.ts';

const cases: Pair[] = [
  [0, 0],
  [1, 0],
  [-1, 2 ** -60],
  [0.34, -(2 ** -56)],
  [-0.35, 2 ** -57],
  [-9.210340371976184, 8.683024893528997e-16],
  [100.25, 2 ** -50],
  [-745.125, -(2 ** -47)],
  [1000, 2 ** -45],
];

test.each(cases)('the power of the pair %d, %d is off by 2^-90 of itself at most', (high, low) => {
  const { mantissa, exponent } = pairExponential([high, low]);
  const truth = exactly(high).plus(exactly(low)).exp();
  const got = exactly(mantissa[0]).plus(exactly(mantissa[1])).times(digits100.bignumber(2).pow(exponent));
  expect(got.minus(truth).abs().div(truth).toNumber()).toBeLessThanOrEqual(2 ** -90);
});
