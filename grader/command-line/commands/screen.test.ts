import { expect, test } from 'vitest';
import { Screen } from './screen.ts';

function terminal(isTTY: boolean): { written: string[]; screen: Screen } {
  const written: string[] = [];
  return { written, screen: new Screen({ isTTY, columns: 10, rows: 4, write: (text) => written.push(text) }) };
}

test('a terminal is cleared once and then written over in place', () => {
  const { written, screen } = terminal(true);
  screen.show('a\nb\n');
  screen.show('c\n');
  expect(written).toEqual(['\u001b[2J\u001b[Ha\u001b[K\nb\u001b[K\n\u001b[J', '\u001b[Hc\u001b[K\n\u001b[J']);
});

test('what is longer than the terminal is cut, so that it never scrolls', () => {
  const { written, screen } = terminal(true);
  screen.show(`${'x'.repeat(15)}\ny\nz\n`);
  expect(written[0]?.split('\n').map((line) => line.length)).toHaveLength(3);
  expect(written[0]).toContain('…');
});

test('off a terminal the texts follow each other', () => {
  const { written, screen } = terminal(false);
  screen.show('a\n');
  screen.show('b\n');
  expect(written).toEqual(['a\n', 'b\n']);
});
