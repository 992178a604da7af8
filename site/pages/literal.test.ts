import { expect, test } from 'vitest';
import { call, literal } from './literal.ts';

test('numbers are those of JavaScript, whatever they are', () => {
  expect(literal([0.5, -0, Number.NaN, -Infinity])).toBe('[0.5, -0, NaN, -Infinity]');
});

test('records, words and absent values are as one types them', () => {
  expect(literal({ padding: 'same', 'a-b': true })).toBe('{ padding: "same", "a-b": true }');
  expect(call('f', [[1], {}])).toBe('f([1], {})');
});

test('a long call takes a line for each argument, and a long matrix one for each row', () => {
  const row = Array.from({ length: 12 }, (_, n) => n + 0.125);
  const text = call('f', [[row, row], 2]);
  expect(text.split('\n')).toEqual([
    'f(',
    '  [',
    `    [${row.join(', ')}],`,
    `    [${row.join(', ')}],`,
    '  ],',
    '  2,',
    ')',
  ]);
});
