import { expect, test } from 'vitest';
import { cpuSeconds } from '../cpu-seconds-fixture.ts';
import { Similar, shapeHash } from './similar.ts';

const LINES = Array.from(
  { length: 30 },
  (_, i) => `export function f${i}(x) { return [x].map((y) => y * ${i} + 'a'.length); }`,
).join('\n');
const hash = (code: string): string | null => shapeHash([{ path: 'a.ts', code }]);

test('names, comments, white space, semicolons and quotes make no difference', () => {
  const other = LINES.replace(/\bx\b/g, 'value')
    .replaceAll(';', ' // done\n')
    .replaceAll("'a'", '"a"')
    .replaceAll('return', '/* here */ return');
  expect(hash(other)).toBe(hash(LINES));
});

test.each([
  ['another number', LINES.replace('* 7', '* 8')],
  ['another operator', LINES.replace('* 7 +', '* 7 -')],
  ['names that coincide', LINES.replace(/\by\b/g, 'x')],
])('%s makes a difference', (_, other) => {
  expect(hash(other)).not.toBe(hash(LINES));
});

test('a few tokens mean nothing', () => {
  expect(hash('export const relu = (z) => Math.max(z, 0);')).toBeNull();
});

test.each(["'\\".repeat(100_000), '/*'.repeat(100_000), '`${'.repeat(100_000), "\\'".repeat(100_000)])(
  'a hostile text is scanned in time proportional to it',
  async (code) => {
    expect(await cpuSeconds(() => hash(code))).toBeLessThan(2);
  },
);

test('a record names the first others, in their order', () => {
  const similar = new Similar();
  for (let i = 0; i < 100; i++) similar.add(`s${String(i).padStart(3, '0')}`, 'a', i === 50 ? 'x' : null);
  similar.add('t', 'b', 'x');
  expect(similar.to('s003', 'a')).toHaveLength(20);
  expect(similar.to('s003', 'a').slice(0, 4)).toEqual(['s000', 's001', 's002', 's004']);
  expect(similar.to('t', 'b')).toEqual(['s050']);
});
