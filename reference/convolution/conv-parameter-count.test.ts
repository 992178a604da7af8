import { expect, test } from 'vitest';
import { convParameterCount } from './conv-parameter-count.ts';

test('a bottleneck of 64 channels has 164160 parameters, where one convolution has 590080', () => {
  const down = convParameterCount([1, 1], 256, 64);
  const up = convParameterCount([3, 3], 64, 256);
  expect([down, up, down + up]).toEqual([16448, 147712, 164160]);
  expect(convParameterCount([3, 3], 256, 256)).toBe(590080);
});

test('a count that no whole number can hold is refused', () => {
  expect(convParameterCount([1, 1], 1, 2 ** 53 - 1, { bias: false })).toBe(2 ** 53 - 1);
  expect(() => convParameterCount([1, 1], 2 ** 26, 2 ** 27)).toThrow(
    'kernel: expected at most 9007199254740991 parameters in all, got 9007199388958720',
  );
});
