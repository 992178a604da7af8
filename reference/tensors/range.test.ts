import { expect, test } from 'vitest';
import { rangeLength } from './range.ts';

test('the longest range has 2^24 numbers', () => {
  expect(rangeLength(0, 2 ** 24, 1)).toBe(2 ** 24);
  expect(() => rangeLength(0, 2 ** 24 + 1, 1)).toThrow(/^limit: expected at most 16777216 numbers, got 16777217/);
});
