import { expect, test } from 'vitest';
import { tensor } from '../../ndarray.ts';
import { slicesAlong } from './slices-along.ts';

test.each<[number, number[][][]]>([
  [
    0,
    [
      [
        [0, 0],
        [1, 0],
      ],
      [
        [0, 1],
        [1, 1],
      ],
      [
        [0, 2],
        [1, 2],
      ],
    ],
  ],
  [
    1,
    [
      [
        [0, 0],
        [0, 1],
        [0, 2],
      ],
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
    ],
  ],
])('the slices of a matrix along axis %i, each once', (axis, slices) => {
  expect(slicesAlong(tensor([2, 3]), axis)).toEqual(slices);
});

test('a vector is one slice', () => {
  expect(slicesAlong(tensor([2]), 0)).toEqual([[[0], [1]]]);
});
