import { expect, test } from 'vitest';
import { isSameModule } from './same-module.ts';

function same(one: string, other: string, sources: Record<string, string>): boolean {
  return isSameModule(one, other, new Map(Object.entries(sources)));
}

test('the same text is the same module, another is not', () => {
  expect(same('a.js', 'b.js', { 'a.js': 'export {};', 'b.js': 'export {};' })).toBe(true);
  expect(same('a.js', 'b.js', { 'a.js': 'export {};', 'b.js': 'export {}; ' })).toBe(false);
  expect(same('a.js', 'a.js', {})).toBe(true);
  expect(same('a.js', 'b.js', {})).toBe(false);
});

test('what it imports counts, also in a circle', () => {
  const a = "import './b.js'; 1";
  const b = "import './a.js'; 2";
  const copies = { 'a.js': a, 'b.js': b, 'old/a.js': a, 'old/b.js': b };
  expect(same('a.js', 'old/a.js', copies)).toBe(true);
  expect(same('a.js', 'old/a.js', { ...copies, 'old/b.js': `${b}3` })).toBe(false);
  expect(same('a.js', 'old/a.js', { 'a.js': a, 'b.js': b, 'old/a.js': a })).toBe(false);
});
