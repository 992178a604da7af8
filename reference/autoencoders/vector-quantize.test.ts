import { expect, test } from 'vitest';
import { matrix, toNested } from '../ndarray.ts';
import { vectorQuantize } from './vector-quantize.ts';

test('of codes whose distances are too large for a number the first is taken', () => {
  const { indices, quantized } = vectorQuantize(matrix([[1e200]]), matrix([[-1e200], [0]]));
  expect([toNested(indices), toNested(quantized)]).toEqual([[0], [[-1e200]]]);
});

test('of codes that are near to each other the nearest is taken', () => {
  expect(toNested(vectorQuantize(matrix([[1e-9]]), matrix([[0], [1e-9]])).indices)).toEqual([1]);
});

test('of codes that are all far away the nearest is found', () => {
  const { indices } = vectorQuantize(
    matrix([[1e6, 0]]),
    matrix([
      [0, 0],
      [1e5, 0],
      [2e6, 0],
    ]),
  );
  expect(toNested(indices)).toEqual([1]);
});
