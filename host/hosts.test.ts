import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as page from './browser-hash.ts';
import { isZero } from './browser-memory.ts';
import * as node from './host.ts';

const bytes = fc.uint8Array({ maxLength: 200 });
const part = fc.oneof(bytes, fc.string({ unit: 'grapheme' }));

test('a page hashes as Node does', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      expect(page.sha256(...parts)).toBe(node.sha256(...parts));
    }),
  );
});

test('and signs as Node does, also by a key longer than a block', () => {
  fc.assert(
    fc.property(part, fc.string(), (key, message) => {
      expect(page.hmacSha256(key, message)).toBe(node.hmacSha256(key, message));
    }),
  );
});

test('and draws the same numbers, also where the counter runs over into its upper half', () => {
  const block = fc.uint8Array({ minLength: 16, maxLength: 16 });
  const ofOnes = fc.constant(new Uint8Array(16).fill(255));
  fc.assert(
    fc.property(block, fc.oneof(block, ofOnes), fc.nat(600), (key, counter, length) => {
      const [a, b] = [page.aes128Ctr(key, counter, length), node.aes128Ctr(key, counter, length)];
      expect([...a]).toEqual([...b]);
    }),
  );
});

test('and tells zeros from anything else, wherever it is in a chunk', () => {
  const memory = new Uint8Array(4 * 65_536);
  const chunk = memory.subarray(65_536, 2 * 65_536);
  expect([isZero(chunk), node.isZero(chunk)]).toEqual([true, true]);
  for (const at of [0, 1, 32_771, 65_535]) {
    // 128 in the last byte of a word is the sign of a zero, if the word is read as a float.
    chunk[at] = 128;
    expect([isZero(chunk), node.isZero(chunk)], `byte ${at}`).toEqual([false, false]);
    chunk[at] = 0;
  }
});

test("a page's esbuild has the version of Node's, so that both take the same sources", () => {
  const versionOf = (name: string): unknown =>
    (
      JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as {
        version: unknown;
      }
    ).version;
  expect(versionOf('esbuild-wasm')).toBe(versionOf('esbuild'));
});
