import { expect, test } from 'vitest';
import * as is from '../../properties/parameters/parameter.ts';
import { mayBeAbsent } from '../../properties/parameters/parameter.ts';
import { readText } from './read-text.ts';

const matrix = is.matrix();
const optional = is.number({ default: 3 });

test.each([
  [matrix, '[[1, -0, "NaN"]]', [[1, -0, Number.NaN]]],
  [matrix, ' [["Infinity", 1e308]] ', [[Infinity, 1e308]]],
  [optional, '-Infinity', -Infinity],
  [optional, 'NaN', Number.NaN],
  [optional, '-0', -0],
  [optional, ' ', undefined],
  [is.string(), ' <b>[1, ', ' <b>[1, '],
  [is.string(), '', ''],
  [is.choice(['valid', 'same']), 'same', 'same'],
  [is.choice(['valid', 'same']), '"same"', 'same'],
])('%o reads %s', (parameter, text, value) => {
  expect(readText('x', parameter, text, mayBeAbsent(parameter))).toEqual({ value });
});

test.each([
  [matrix, '', 'x: expected a value, got nothing'],
  [matrix, '[[1,\n 2,,3]]', 'x: not JSON at line 2, column 4: expected a value'],
  [
    matrix,
    '[[NaN]]',
    'x: not JSON at line 1, column 3: expected a value (NaN and Infinity are written "NaN", "Infinity")',
  ],
  [
    matrix,
    '[[1e400,1]]',
    'x: the number at line 1, column 3 is too large for float64 (1.7976931348623157e+308 at most',
  ],
  [matrix, '[[1, 2]] [[3]]', 'x: not JSON at line 1, column 10: expected nothing more'],
  [optional, '-1e400', 'x: the number at line 1, column 1 is too large for float64'],
  [optional, 'three', 'x: not JSON at line 1, column 1: expected a value'],
  [matrix, '['.repeat(100_000), 'x: expected at most 32 levels of brackets, got 100,000'],
  [matrix, '1'.repeat(5_000_000), 'x: 5,000,000 characters are too many for this page (1,000,000 at most)'],
])('%o refuses text in one line', (parameter, text, message) => {
  const read = readText('x', parameter, text, mayBeAbsent(parameter));
  expect(read).toEqual({ error: expect.stringContaining(message) });
  expect('error' in read && read.error).not.toContain('\n');
});
