import { expect, test } from 'vitest';
import { digits100 as math } from '../exactly-fixture.ts';
import { positionalEncoding } from './positional-encoding.ts';

// A sine that lies so close to the middle of two doubles that an angle off by 2^-70 of itself would round to the other one.
test('a sine that is hard to round is rounded to the nearer double', () => {
  const exponent = math.bignumber(-2 * 783).div(1598);
  const truth = math.bignumber(10_000).pow(exponent).sin();
  expect(positionalEncoding(2, 1598).get(1, 2 * 783)).toBe(truth.toNumber());
});
