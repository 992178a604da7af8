import { expect, test } from 'vitest';
import { printable, printableLine, shortened } from './printable.ts';

test('control characters and bidirectional overrides become visible', () => {
  expect(printable('a\u001b[31mb\u0000\u007f\u009b')).toBe('a␛[31mb␀␡\ufffd');
  expect(printable('a\u202eb\u2066c\ud800d')).toBe('a\ufffdb\ufffdc\ufffdd');
});

test('ordinary text of any script stays as it is', () => {
  expect(printable('Zoë 山田 👩 naïve\n\tx')).toBe('Zoë 山田 👩 naïve\n\tx');
});

test('one line has no line break', () => {
  expect(printableLine(' a\r\n\tb\u2028c ')).toBe('a b c');
});

test('a long text is cut between characters, not within one', () => {
  expect(shortened('👩👩👩👩', 3)).toBe('👩👩…');
  expect(shortened('abc', 3)).toBe('abc');
});
