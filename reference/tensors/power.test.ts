import { expect, test } from 'vitest';
import { power } from './power.ts';

test('a power of a million takes a few products, not a million', () => {
  expect(power(-1, 2 ** 20 + 1)).toBe(-1);
});

test.each([
  [0, 0.5, 'b: expected a whole exponent of 0 or more for the base 0, got 0.5'],
  [0, -1, 'b: expected a whole exponent of 0 or more for the base 0, got -1'],
  [-2, 0.5, 'b: expected a whole exponent for the base -2, got 0.5'],
])('%d to the %d is refused in words that what was given contradicts', (base, exponent, words) => {
  expect(() => power(base, exponent)).toThrow(words);
});
