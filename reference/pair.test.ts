import fc from 'fast-check';
import type { BigNumber } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { exactly } from './exactly-fixture.ts';
import { type Pair, pairProduct, pairQuotient, pairSum } from './pair.ts';

/** The exact value of a pair. */
const exact = ([high, low]: Pair): BigNumber => exactly(high).plus(exactly(low));

const number = fc
  .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 2 ** 52, max: 2 ** 53 - 1 }), fc.boolean())
  .map(([exponent, digits, negative]) => (negative ? -1 : 1) * digits * 2 ** (exponent - 52));
/** Numbers of 106 bits: the low part is below half of the last bit of the high one. */
const pair: fc.Arbitrary<Pair> = fc
  .tuple(number, fc.double({ min: -1, max: 1, noNaN: true }))
  .map(([high, share]) => [high, Math.abs(share) < 2 ** -40 ? 0 : high * 2 ** -54 * share]);

describe('to 100 bits', () => {
  const cases: Record<string, [(a: Pair, b: Pair) => Pair, (a: BigNumber, b: BigNumber) => BigNumber]> = {
    product: [pairProduct, (a, b) => a.times(b)],
    quotient: [pairQuotient, (a, b) => a.div(b)],
  };
  for (const [name, [rounded, truth]] of Object.entries(cases)) {
    test(`the ${name} of pairs is off by 2^-101 of itself at most`, () => {
      fc.assert(
        fc.property(pair, pair, (a, b) => {
          const expected = truth(exact(a), exact(b));
          const error = exact(rounded(a, b)).minus(expected).abs();
          expect(error.div(expected.abs()).toNumber()).toBeLessThanOrEqual(2 ** -101);
        }),
        { numRuns: 500, seed: 1 },
      );
    });
  }

  test('the sum of pairs is off by 2^-102 of the sum of their sizes at most', () => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const error = exact(pairSum(a, b))
          .minus(exact(a).plus(exact(b)))
          .abs();
        const size = exact(a).abs().plus(exact(b).abs());
        expect(error.div(size).toNumber()).toBeLessThanOrEqual(2 ** -102);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

// Just below 2 most digits are 1, and a split into parts of more than 26 bits shows.
test.each([
  [1.9999946690856436, 1.9999994304885058],
  [1.9999966210818145, 1.9999887020368303],
  [1.998118728870556, 1.3820835556134645],
  [1.9999999999999998, 1.9999999999999998],
  [1 + 2 ** -52, 1 + 2 ** -52],
])('the product of the doubles %d and %d is exact', (a, b) => {
  expect(exact(pairProduct([a, 0], [b, 0])).eq(exactly(a).times(exactly(b)))).toBe(true);
});

test('the high part is the sum rounded once', () => {
  fc.assert(
    fc.property(pair, pair, (a, b) => {
      for (const [high, low] of [pairSum(a, b), pairProduct(a, b), pairQuotient(a, b)]) expect(high + low).toBe(high);
    }),
    { numRuns: 200, seed: 1 },
  );
});
