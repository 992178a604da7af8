import { expect, test } from 'vitest';
import { vector } from '../ndarray.ts';
import { stackedAxis } from './stack.ts';

test('a tensor of another length or rank is refused with the shape of the first', () => {
  for (const other of [vector([1, 2, 3]), 1]) {
    expect(() => stackedAxis([vector([1, 2]), other], 0)).toThrow(
      /^tensors\[1\]: expected shape \[2\], that of the first/,
    );
  }
});

test('a negative axis counts from the end of the result', () => {
  expect([-2, -1, 0, 1].map((axis) => stackedAxis([vector([1, 2])], axis))).toEqual([0, 1, 0, 1]);
});
