import { expect, test } from 'vitest';
import { power } from './power.ts';

test('a power of a million takes a few products, not a million', () => {
  expect(power(-1, 2 ** 20 + 1)).toBe(-1);
});
