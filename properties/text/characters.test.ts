import { describe, expect, test } from 'vitest';
import { type CharacterClass, charactersOf, replaceHarmful, unicodeEscape } from './characters.ts';
import { HARMFUL_CHARACTERS } from './harmful-characters-fixture.ts';

describe.each(Object.entries(HARMFUL_CHARACTERS))('%s', (name, characters) => {
  test.each(characters.map((character) => [unicodeEscape(character), character]))('%s is stopped', (_, character) => {
    expect(replaceHarmful(`a${character}b`, () => '?')).toBe('a?b');
    expect(character.replace(charactersOf(name as CharacterClass), '?')).toBe('?');
  });
});

test.each([
  ['a family of emoji', '👩\u200d👩\u200d👧'],
  ['an emoji of a colour and a trade', '👩🏽\u200d💻 🏳️\u200d🌈'],
  ['a Persian name', 'علی\u200cرضا'],
  ['a Bengali name', 'র\u200d্যাম'],
  ['a Malayalam name that ends in a chillu', 'മോഹന്\u200d'],
  ['names of any script', 'Zoë 山田 naïve 葛\udb40\udd00'],
])('%s stays as it is', (_, text) => {
  expect(replaceHarmful(text, () => '?')).toBe(text);
});

test.each(['a\u200dda', 'ada\u200d', '\u200dada', 'ad\u200ca', '👩\u200d', 'علی\u200c'])(
  'a joiner that joins nothing is stopped: %j',
  (name) => {
    expect(replaceHarmful(name, () => '?')).toBe(name.replace(/[\u200c\u200d]/g, '?'));
  },
);
