import { expect, test } from 'vitest';
import * as is from '../../properties/parameters/parameter.ts';
import { parameterWords } from './parameter-words.ts';

test.each([
  [is.number({ least: 0, most: 1 }), 'number, from 0 to 1'],
  [is.number({ least: 0, below: 1 }), 'number, at least 0 and below 1'],
  [is.integer(1), 'whole number, at least 1'],
  [is.vector({ element: { above: 0 } }), 'Vector [n], each above 0'],
  [is.vector({ element: is.ZERO_OR_ONE }), 'Vector [n], each 0 or 1'],
])('beside a field it says what the field takes: %#', (parameter, words) => {
  expect(parameterWords(parameter)).toBe(words);
});
