import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellQuote } from './shell-quote.ts';

const WORDS = [
  'ada',
  'results/week-4',
  '',
  "o'neill",
  '$(touch /tmp/no) `id` "x" \\ !',
  'a b\tc\nd\u001b[2Je\u0085',
  "';rm -rf .;'",
  'exe\u202egnp\u200b \u{e0041}',
  '\u00e5sa \ud83d\ude00',
];

test('a shell gives each word back as it was', () => {
  const command = `for word in ${WORDS.map(shellQuote).join(' ')}; do printf '%s\\0' "$word"; done`;
  expect(execFileSync('bash', ['-c', command], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(WORDS);
});

test('plain words stay plain', () => {
  expect(shellQuote('results/week-4')).toBe('results/week-4');
});
