import { expect, test } from 'vitest';
import { wholePower } from './whole-power.ts';

// Expected values: mpmath at 50 digits over the exact binary value of the double, rounded once.
test.each([
  [0.9, 0, 1],
  [0.9, 1, 0.9],
  [0.9, 4, 0.6561],
  [0.5, 10, 2 ** -10],
  [0, 3, 0],
  [0.999, 1000, 0.36769542477096373],
  [0.9999, 12_345, 0.2909622547125437],
  [0.999, 1_000_000, 0],
])('%d to the power of %d is %d', (base, exponent, expected) => {
  expect(wholePower(base, exponent)).toBe(expected);
});
