import { expect, test } from 'vitest';
import { median } from './median.ts';

test.each([
  { values: [3, 1, 2], expected: 2 },
  { values: [4, 1], expected: 2.5 },
  { values: [10, 9, 1, 100], expected: 9.5 },
  { values: [7], expected: 7 },
  { values: [], expected: NaN },
])('the median of $values is $expected', ({ values, expected }) => {
  expect(median(values)).toBe(expected);
});
