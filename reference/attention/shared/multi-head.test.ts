import { expect, test } from 'vitest';
import { toNested } from '../../ndarray.ts';
import { causalMask } from './multi-head.ts';

test('in each sample a position sees itself and those before it, of a context that may be shorter', () => {
  const mask = [
    [1, 0],
    [1, 1],
    [1, 1],
    [1, 1],
  ];
  expect(toNested(causalMask(2, 4, 2))).toEqual([mask, mask]);
});
