import { expect, test } from 'vitest';
import { printedText } from './printed-text.ts';

const heard = (lines: string[], more = 0, exercise: string | null = 'relu') => ({ exercise, args: [-1], lines, more });

test('each section names its place, and how many lines are left out', () => {
  expect(printedText([heard(['one', 'two'], 7), heard(['three'], 0, null)])).toBe(
    '\nPrinted by relu(-1):\n  | one\n  | two\n  … 7 more lines\n\nPrinted while the code was loaded:\n  | three\n',
  );
  expect(printedText([])).toBe('');
});

test('no line does anything to a terminal or to the log of a build server', () => {
  const text = printedText([heard(['\u001b[2Jgone', '::error::x', '  ::error::x', 'a\rb', '\u202ecba'])]);
  expect(text).toContain('␛[2Jgone');
  expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
  expect(text).not.toMatch(/^\s*::/m);
});

test('it stays short, however much is printed', () => {
  const lines = Array.from({ length: 20 }, (_, n) => `line ${n}`);
  const text = printedText(Array.from({ length: 100 }, () => heard(lines, 1e6)));
  expect(text.split('\n').length).toBeLessThan(80);
  expect(text).toContain('… and 97 more functions print something');
});
