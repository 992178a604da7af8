import { expect, test } from 'vitest';
import { samePadding } from './same-padding.ts';

const MOST = 2 ** 53 - 1;

test('a kernel that covers more than a whole number can hold is refused', () => {
  expect(() => samePadding(3, MOST, { dilation: MOST })).toThrow(
    'kernel: expected to cover at most 9007199254740991 elements, got 8.1129638414606655e+31',
  );
  expect(() => samePadding(3, 2, { dilation: MOST })).toThrow(RangeError);
  expect(samePadding(3, 1, { dilation: MOST })).toEqual({ before: 0, after: 0 });
});

test.each<[size: number, kernel: number, stride: number, zeros: number]>([
  [1, MOST, 1, MOST - 1],
  [3, MOST, 1, MOST - 1],
  [MOST, MOST, 1, MOST - 1],
  [MOST, MOST, MOST, 0],
  [MOST, MOST, 2, MOST - 1],
  [MOST - 1, MOST, 2, MOST - 2],
  [MOST, 3, 3, 2],
])('no zero is lost to rounding: size %d, kernel %d, stride %d', (size, kernel, stride, zeros) => {
  const before = Math.floor(zeros / 2);
  expect(samePadding(size, kernel, { stride })).toEqual({ before, after: zeros - before });
});
