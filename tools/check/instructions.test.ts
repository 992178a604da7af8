import { expect, test } from 'vitest';
import { checkInstructions } from './instructions.ts';

const TEXT = '# square\n\n$$y = x^2$$\n\n```ts\nsquare(x: number): number\n```\n\n```ts\nsquare(3); // 9\n```\n';
const square = (x: unknown): number => (x as number) ** 2;

test('instructions name the function, hold a formula and an example that holds', () => {
  expect(checkInstructions(TEXT, 'square', square)).toEqual([]);
});

test.each([
  ['no name', TEXT.replaceAll('square', 'cube'), 'does not name square'],
  ['no formula', TEXT.replaceAll('$$', ''), 'has no formula'],
  ['no example', TEXT.replace(' // 9', ''), 'has no example'],
  ['a wrong example', TEXT.replace('// 9', '// 6'), 'got 9, expected 6'],
])('refuses %s', (_, text, message) => {
  expect(checkInstructions(text, 'square', square).join()).toContain(message);
});
