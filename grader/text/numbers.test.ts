import { expect, test } from 'vitest';
import { exactNumber, isNumeric, magnitude, shortNumber, shownPoints, shownShare, toldApart } from './numbers.ts';

test('the words for NaN and the infinities are numbers, other words are not', () => {
  expect([1, 'NaN', '-Infinity', 'Infinity', 'nan', '1', null].map(isNumeric)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('two numbers get the digits that tell them apart', () => {
  expect(toldApart(1, 1.0000000001)).toEqual(['1', '1.0000000001']);
  expect(toldApart(1 / 3, 2 / 3)).toEqual(['0.333333', '0.666667']);
  expect(toldApart('NaN', 'Infinity')).toEqual(['NaN', 'Infinity']);
  expect(toldApart(1, 1 + Number.EPSILON)).toEqual(['1', '1.0000000000000002']);
});

test('negative zero keeps its sign', () => {
  expect([shortNumber(-0), exactNumber(-0)]).toEqual(['-0', '-0']);
});

test('sizes of errors', () => {
  expect([magnitude(1348000000000000), magnitude(0.14971234), magnitude('Infinity')]).toEqual([
    '1.348e15',
    '0.1497',
    'Infinity',
  ]);
});

test('points and shares', () => {
  expect([shownPoints(8.5), shownPoints(10), shownPoints(1 / 3)]).toEqual(['8.5', '10', '0.33']);
  expect([shownShare(1), shownShare(0.999), shownShare(0.001), shownShare(0)]).toEqual([
    '100\u00a0%',
    '>99\u00a0%',
    '<1\u00a0%',
    '0\u00a0%',
  ]);
});
