import { expect, test } from 'vitest';
import { matrix, tensor, vector } from '../../ndarray.ts';
import { expectUpstream } from './elements.ts';

test('an upstream gradient has the rank of the result', () => {
  expect(() => expectUpstream(1, [2])).toThrow(/^upstream: expected shape \[2\]/);
  expect(() => expectUpstream(vector([1, 2]), [2, 1])).toThrow(/^upstream: /);
  expect(() => expectUpstream(matrix([[1, 2]]), [])).toThrow(/^upstream: /);
});

test('an upstream gradient without elements is refused by its name', () => {
  expect(() => expectUpstream(tensor([0]), [0])).toThrow(/^upstream: expected at least one element/);
});
