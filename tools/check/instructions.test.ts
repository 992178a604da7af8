import { expect, test } from 'vitest';
import { checkInstructions } from './instructions.ts';

const TEXT = '# square\n\n$$y = x^2$$\n\n```ts signature\n```\n\n```ts\nsquare(3); // 9\n```\n';
const formula = { id: 'square', signature: 'square(x: number, by = 2): number' };
const square = (x: unknown): number => (x as number) ** 2;

test('instructions name the function, hold a formula and an example that holds', () => {
  expect(checkInstructions(TEXT, formula, square)).toEqual([]);
});

test.each([
  ['no name', TEXT.replaceAll('square', 'cube'), 'does not name square'],
  ['no formula', TEXT.replaceAll('$$', ''), 'has no formula'],
  ['no example', TEXT.replace(' // 9', ''), 'has no example'],
  ['no place for the signature', TEXT.replace('ts signature', 'ts'), 'has 0 places for the signature'],
  [
    'a wrong default in a signature of its own',
    TEXT.replace('ts signature\n', 'ts\nsquare(x: number, by = 3): number\n'),
    'the default of by is 3, the entry says 2',
  ],
  ['a wrong example', TEXT.replace('// 9', '// 6'), 'got 9, expected 6'],
])('refuses %s', (_, text, message) => {
  expect(checkInstructions(text, formula, square).join()).toContain(message);
});
