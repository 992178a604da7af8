import { expect, test } from 'vitest';
import { matrix } from '../ndarray.ts';
import { transpose } from './transpose.ts';

test('no axes are a permutation of those of a number, and of nothing else', () => {
  expect(transpose(3, [])).toBe(3);
  expect(() => transpose(matrix([[1]]), [])).toThrow(/^perm: expected at least one axis/);
  expect(() => transpose(3, '' as never)).toThrow(/^perm: /);
});
