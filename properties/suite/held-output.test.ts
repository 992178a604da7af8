import { expect, test } from 'vitest';
import { HeldOutput } from './held-output.ts';

test('what was written is kept, in order', () => {
  const held = new HeldOutput();
  held.write('one ');
  held.write(Buffer.from('two'));
  expect(held.text).toBe('one two');
});

test('of much the end is kept, and marked as such', () => {
  const held = new HeldOutput();
  for (let i = 0; i < 50_000; i++) held.write(`${i} line\n`);
  expect(held.text).toMatch(/^….*49999 line\n$/s);
  expect(held.text).toHaveLength(100_001);
});
