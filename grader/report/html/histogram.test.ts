import { expect, test } from 'vitest';
import { binned, histogram } from './histogram.ts';

test('each score lies in the tenth that it belongs to, full marks in the last', () => {
  expect(binned([0, 0.99, 1, 5, 9.9, 10], 10)).toEqual([2, 1, 0, 0, 0, 1, 0, 0, 0, 2]);
});

test('an assignment without points does not divide by them', () => {
  expect(binned([0, 0], 0)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(histogram([0], 0).markup).not.toContain('NaN');
});

test('axes have labels, and the drawing says its numbers', () => {
  const { markup } = histogram([3, 3, 20], 20);
  expect(markup).toContain('>points of 20</text>');
  expect(markup).toContain('>submissions</text>');
  expect(markup).toContain('2 to 4 points: 2');
  expect(markup.match(/class="column"/g)).toHaveLength(2);
});

test('an empty class is drawn without a number that is none', () => {
  expect(histogram([], 10).markup).not.toMatch(/NaN|Infinity/);
});
