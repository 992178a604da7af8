import { expect, test } from 'vitest';
import { jsonFault, tooLargeNumber } from './parse-json.ts';

test.each([
  ['{"a": [1, -2.5e3, "x\\u0041\\n", true, false, null, {}, []], "b": {"c": 1}}'],
  [' 1 '],
  ['"a"'],
  ['[]'],
  ['{}\n'],
  ['[[[]]]'],
])('%s has no fault', (text) => {
  expect(JSON.parse(text)).toBeDefined();
  expect(jsonFault(text)).toBeNull();
});

test.each<[string, number, number, string]>([
  ['', 1, 1, 'a value'],
  ['{\n  "a": 1,\n}', 3, 1, 'a name in double quotes'],
  ['{"a" 1}', 1, 6, 'a colon'],
  ["{'a': 1}", 1, 2, 'a name in double quotes, or }'],
  ['[1 2]', 1, 4, 'a comma or ]'],
  ['[1,]', 1, 4, 'a value'],
  ['{"a": 1', 1, 8, 'a comma or }'],
  ['{"a": x}', 1, 7, 'a value'],
  ['[01]', 1, 3, 'a comma or ]'],
  ['[1.]', 1, 2, 'a value'],
  ['["a\nb"]', 1, 2, 'a value'],
  ['{} x', 1, 4, 'the end of the file'],
  ['// note\n{}', 1, 1, 'a value'],
  ['[NaN]', 1, 2, 'a value'],
])('%j breaks at %i:%i', (text, line, column, expected) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(jsonFault(text)).toEqual({ line, column, expected });
});

test('it agrees with JSON.parse on every text with one character changed', () => {
  const good = '{"a": [1, -2.5e3, "x\\u0041"], "b": {"c": null}}';
  for (let at = 0; at < good.length; at += 1) {
    for (const mark of ['', ' ', ',', '"', '}', '0', '\\', '\n']) {
      const text = good.slice(0, at) + mark + good.slice(at + 1);
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      expect(jsonFault(text) === null, text).toBe(parses);
    }
  }
});

test('a text that is nested too deep to be scanned is reported as such', () => {
  expect(jsonFault('['.repeat(200_000))).toEqual({ line: 1, column: 1, expected: 'fewer levels' });
});

test.each([
  ['[[1e400,1]]', 1, 3],
  ['[1,\n -1e999]', 2, 2],
  [`{"a": ["1e400", ${'9'.repeat(400)}]}`, 1, 17],
  ['1.8E+308', 1, 1],
])('%.30j has a number that no double holds at %i:%i', (text, line, column) => {
  expect(tooLargeNumber(text)).toBe(
    `the number at line ${line}, column ${column} is too large for float64 (1.7976931348623157e+308 at most; infinity is written "Infinity")`,
  );
});

test.each(['[1.7976931348623157e308, -1e-999, "1e400"]', '"Infinity"', `["\\\\ \\" ${'9'.repeat(1_000_000)}", 1]`])(
  '%.40s has none that is too large',
  (text) => {
    expect(tooLargeNumber(text)).toBeNull();
  },
);
