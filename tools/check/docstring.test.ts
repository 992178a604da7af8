import { expect, test } from 'vitest';
import { map, type NdArray } from '../../reference/ndarray.ts';
import { checkDocstring } from './docstring.ts';

const TEXT = String.raw`
/**
 * Doubles.
 *
 * $$y = 2 x$$
 *
 * - $x$ ${'`x`'} ${'`[N]`'}: anything
 *
 * @throws {TypeError} never, in truth.
 * @see A book. Lecture 4.
 * @example double(vector([1, 0.1])) // [2, 0.2]
 */
export function double(x: NdArray, options = {}): NdArray {}
`;
const module = { double: (x: NdArray) => map(x, (value) => 2 * value) };
const check = (text: string): string[] => checkDocstring('double.ts', text, { id: 'double', lecture: 4 }, module);

test('finds nothing where all parts are there and the example holds', () => {
  expect(check(TEXT)).toEqual([]);
});

test.each([
  ['the formula', '$$y = 2 x$$', '', 'no formula between $$'],
  ['the shapes', ' * - $x$', ' * $x$', 'no bullet list of shapes'],
  ['the shape of a parameter', ' * - $x$ `x`', ' * - $z$ `z`', 'does not name `x`'],
  ['the errors', '@throws', 'throws', 'no @throws'],
  ['the lecture', 'Lecture 4', 'Lecture 5', "no @see with 'Lecture 4'"],
  ['the example', '@example', 'example', 'no @example'],
  ['the form of the example', ' // [2, 0.2]', '', "not of the form 'double(…) // expected'"],
  ['an example that does not hold', '[2, 0.2]', '[2, 0.2000001]', 'at [1]: got 0.2, expected 0.2000001'],
  ['an example that throws', 'vector(', 'vectr(', 'the example throws: vectr is not defined'],
  ['an example without a literal', '[2, 0.2]', 'twice that', 'which is not a literal'],
  ['the export', 'export function', 'function', "exports no function named 'double'"],
])('says that %s is missing or wrong', (_, part, other, message) => {
  expect(TEXT).toContain(part);
  const messages = check(TEXT.replace(part, () => other));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(message);
});
