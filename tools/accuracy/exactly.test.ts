import { describe, expect, test } from 'vitest';
import { big, ONE } from './big.ts';
import { exactly } from './exactly.ts';

describe('exactly', () => {
  test('a double is not the decimal number that it is written as', () => {
    expect(exactly(0.1).toFixed()).toBe('0.1000000000000000055511151231257827021181583404541015625');
    expect(exactly(0.1).eq(big(0.1))).toBe(false);
    expect(big(0.1).eq(ONE.div(10))).toBe(true);
  });

  test.each([
    ['a power of two', 0.25, '0.25'],
    ['a whole number', -3, '-3'],
    ['a large one', 2 ** 60 + 2 ** 8, '1152921504606847232'],
    ['zero', 0, '0'],
  ])('%s', (_, x, digits) => {
    expect(exactly(x).toFixed()).toBe(digits);
  });

  test('the smallest number has 751 digits, and all are there', () => {
    const smallest = exactly(Number.MIN_VALUE);
    expect(smallest.sd()).toBe(751);
    expect(smallest.times(big(2).pow(1074)).minus(ONE).abs().lt(1e-63)).toBe(true);
  });

  test.each([0.1, -1 / 3, 1e308, 5e-324, 2.5e-310, 1 - 2 ** -53, 4.35, Number.MAX_VALUE, 2 ** 53 - 1])(
    '%d comes back as itself',
    (x) => {
      expect(exactly(x).toNumber()).toBe(x);
    },
  );

  test('what is not finite stays what it is', () => {
    expect(exactly(Infinity).toNumber()).toBe(Infinity);
    expect(exactly(Number.NaN).isNaN()).toBe(true);
  });
});
