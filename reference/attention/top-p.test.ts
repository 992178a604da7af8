import { expect, test } from 'vitest';
import { flat, vector } from '../ndarray.ts';
import { topP } from './top-p.ts';

test('a sum of exactly p is enough', () => {
  expect([...flat(topP(vector([0, 0]), 0.5))]).toEqual([1, 0]);
});
