import { expect, test } from 'vitest';
import { chainRule, type DerivativePair } from './chain-rule.ts';

test.each([
  ['Math.sin', 'pairs: expected an array'],
  [[3], 'pairs[0]: expected { f, derivative }, got the number 3'],
  [[null], 'pairs[0]: expected { f, derivative }, got null'],
  [[{ f: Math.sin, derivative: 1 }], 'pairs[0].derivative: expected a function'],
])('refuses %j', (pairs, message) => {
  expect(() => chainRule(pairs as unknown as DerivativePair[], 1)).toThrow(message);
});

test('passes the value of the inner function to the outer derivative', () => {
  const square: DerivativePair = { f: (z) => z * z, derivative: (z) => 2 * z };
  expect(chainRule([square, square], 3)).toEqual({ value: 81, derivative: 108 });
});
