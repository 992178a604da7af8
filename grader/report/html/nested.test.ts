import { expect, test } from 'vitest';
import { leafText, nestedText } from './nested.ts';

test('NaN and the infinities have no quotes, other words do', () => {
  expect(nestedText(['NaN', '-Infinity', -0, 'same', true, null])).toBe('[NaN, -Infinity, -0, "same", true, null]');
});

test('a larger array has a row on each line', () => {
  expect(
    nestedText([
      [1.25, 2.25, 3.25],
      [4.25, 5.25, 6.25],
    ]),
  ).toBe('[\n  [1.25, 2.25, 3.25],\n  [4.25, 5.25, 6.25]\n]');
});

test('records show their keys', () => {
  expect(nestedText({ strides: [1, 2], 'a b': {} })).toBe('{ strides: [1, 2], "a b": {} }');
});

test('too much is cut and counted; too deep does not overflow', () => {
  expect(nestedText(Array.from({ length: 5000 }, () => 1))).toMatch(/… \(11000 more characters left out\)$/);
  let deep: unknown = 1;
  for (let n = 0; n < 10_000; n++) deep = [deep];
  expect(nestedText(deep)).toContain('…');
});

test('a leaf is short', () => {
  expect([leafText(1 / 3), leafText('NaN'), leafText(undefined), leafText('x'.repeat(30))]).toEqual([
    '0.333333',
    'NaN',
    'undefined',
    `${'x'.repeat(23)}…`,
  ]);
});
