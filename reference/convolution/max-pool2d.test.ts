import { expect, test } from 'vitest';
import { flat, tensor } from '../ndarray.ts';
import { maxPool2dGradient } from './max-pool2d.ts';

test('of pixels that are all -Infinity the first is the largest', () => {
  const x = tensor([1, 2, 2, 1], [-Infinity, -Infinity, -Infinity, -Infinity]);
  expect([...flat(maxPool2dGradient(tensor([1, 1, 1, 1], [3]), x).x)]).toEqual([3, 0, 0, 0]);
});
