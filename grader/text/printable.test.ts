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

test.each([
  ['a family of emoji', '👩\u200d👩\u200d👧'],
  ['an emoji of a colour and a trade', '👩🏽\u200d💻 🏳️\u200d🌈'],
  ['a Persian name', 'علی\u200cرضا'],
  ['a Bengali name', 'র\u200d্যাম'],
  ['a Malayalam name that ends in a chillu', 'മോഹന്\u200d'],
])('the joiners of %s are a part of it', (_, name) => {
  expect(printable(name)).toBe(name);
});

test.each(['a\u200dda', 'ada\u200d', '\u200dada', 'ad\u200ca', '👩\u200d', 'علی\u200c'])(
  'a joiner that joins nothing becomes visible: %j',
  (name) => {
    expect(printable(name)).toBe(name.replace(/[\u200c\u200d]/g, '\ufffd'));
  },
);
