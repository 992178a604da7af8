import { expect, test } from 'vitest';
import { tapsInside } from './sliding-window.ts';

const image = { size: 5, outputs: 3, stride: 2 };

test('the taps inside are those at elements of the image', () => {
  const window = { ...image, taps: 3, dilation: 2, before: 3 };
  expect(tapsInside(window, 0)).toEqual([{ tap: 2, at: 1 }]);
  expect(tapsInside(window, 1)).toEqual([
    { tap: 1, at: 1 },
    { tap: 2, at: 3 },
  ]);
  expect(tapsInside(window, 2)).toEqual([
    { tap: 0, at: 1 },
    { tap: 1, at: 3 },
  ]);
});

test('a window beyond the image has none', () => {
  expect(tapsInside({ ...image, taps: 2, dilation: 1, before: 4 }, 0)).toEqual([]);
});

test('a window of any length takes no more time than its image', () => {
  const window = { ...image, taps: 2 ** 40, dilation: 1, before: 2 ** 30 };
  expect(tapsInside(window, 0).map(({ at }) => at)).toEqual([0, 1, 2, 3, 4]);
});
