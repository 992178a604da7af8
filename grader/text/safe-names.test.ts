import { expect, test } from 'vitest';
import { safeNames } from './safe-names.ts';

const ODD = [
  '..',
  '.',
  '',
  '/etc/passwd',
  'a/b',
  'a\\b',
  'CON',
  'nul.txt',
  'a b',
  'søren',
  'a\u0000',
  '-rf',
  'x.',
  '__proto__',
];

test('a plain id is its own name', () => {
  expect([...safeNames(['ada', 'jane.doe', 'b-2_c']).values()]).toEqual(['ada', 'jane.doe', 'b-2_c']);
});

test('for any id the name is a plain one, and none is there twice', () => {
  const ids = [...ODD, 'x'.repeat(5000), '=cmd()', '\u202egnp'];
  const names = [...safeNames(ids).values()];
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,110}$/);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
});

test('ids that differ in case alone get names that differ in more', () => {
  const names = [...safeNames(['Ada', 'ada']).values()].map((name) => name.toLowerCase());
  expect(new Set(names).size).toBe(2);
});

test('nobody can get the name of another by the choice of an id', () => {
  const forged = safeNames(['a/b']).get('a/b') ?? '';
  const names = safeNames(['a/b', forged]);
  expect(names.get(forged)).toBe(forged);
  expect(names.get('a/b')).not.toBe(forged);
});
