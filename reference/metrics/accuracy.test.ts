import { expect, test } from 'vitest';
import { matrix, type NdArray, vector } from '../ndarray.ts';
import { accuracy } from './accuracy.ts';

const nan = Number.NaN;
const start = { total: 0, count: 0 };

test.each<[string, NdArray, NdArray]>([
  ['scores beside classes', matrix([[nan, 1]]), vector([1])],
  ['scores beside rows', matrix([[1, nan]]), matrix([[1, 0]])],
  ['rows', matrix([[1, 0]]), matrix([[1, nan]])],
])('NaN among the %s makes the accuracy NaN', (_where, y, t) => {
  expect(accuracy(start, y, t)).toEqual({ total: nan, count: 1, result: nan });
});

test('NaN beside the columns of a view is none of its scores', () => {
  const view = matrix([[1, 0, nan]]).hi(1, 2);
  expect(accuracy(start, view, vector([0]))).toEqual({ total: 1, count: 1, result: 1 });
});
