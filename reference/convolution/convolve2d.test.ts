import { expect, test } from 'vitest';
import { tensor } from '../ndarray.ts';
import { convolve2d } from './convolve2d.ts';

test('a result that is too large is refused before it is made', () => {
  const [column, row] = [tensor([2 ** 15, 1]), tensor([1, 2 ** 15])];
  expect(() => convolve2d(column, row, 'full')).toThrow(/^image: expected a result of at most/);
});
