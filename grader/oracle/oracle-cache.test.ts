import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Oracle } from './oracle.ts';
import { OracleCache } from './oracle-cache.ts';

function newRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'backproof-cache-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

const KEY = '0123456789abcdef0123456789abcdef';
const CASE = {
  name: 'draw 0',
  path: '0',
  expected: -0,
  allowed: 1e-12,
  because: 'x',
  accelerated: null,
  disputed: false,
  watched: false,
};
const ORACLE: Oracle = {
  name: 'softmax',
  origin: { key: '00'.repeat(32), seed: 7 },
  mild: [{ ...CASE, args: [Number.NaN, -Infinity, undefined, { a: [-0] }] }],
  extreme: [],
  illegal: [],
};

test('gives back what was written, to the bit', async () => {
  const root = newRoot();
  await new OracleCache('sha256:a', 1, 'wasm', root).write(ORACLE);
  const cache = new OracleCache('sha256:a', 1, 'wasm', root);
  expect(await cache.has('softmax')).toBe(true);
  expect(await cache.read('softmax')).toStrictEqual(ORACLE);
});

test.each([
  ['oracles', 'sha256:b', 1, 'wasm'],
  ['seed', 'sha256:a', 2, 'wasm'],
  ['key', 'sha256:a', KEY, 'wasm'],
  ['backend', 'sha256:a', 1, 'cpu'],
] as const)('another %s finds nothing', async (_, hash, secret, backend) => {
  const root = newRoot();
  await new OracleCache('sha256:a', 1, 'wasm', root).write(ORACLE);
  expect(await new OracleCache(hash, secret, backend, root).read('softmax')).toBeNull();
});

test.skipIf(process.platform === 'win32')('holds hidden inputs, so only its owner may read it', async () => {
  const root = newRoot();
  await new OracleCache('sha256:a', KEY, 'wasm', root).write(ORACLE);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const name of names) {
    const found = statSync(join(root, name));
    expect(found.mode & 0o777).toBe(found.isDirectory() ? 0o700 : 0o600);
    expect(name).not.toContain(KEY);
  }
  expect(names.some((name) => name.endsWith('softmax.bin'))).toBe(true);
});

test('a damaged file counts as absent and is replaced', async () => {
  const root = newRoot();
  const cache = new OracleCache('sha256:a', 1, 'wasm', root);
  await cache.write(ORACLE);
  const path = join(
    root,
    readdirSync(root, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.bin')) ?? '',
  );
  const bytes = readFileSync(path);
  for (const damaged of [bytes.subarray(0, -1), Buffer.alloc(0), Buffer.concat([bytes, bytes]), bytes.with(40, 255)]) {
    writeFileSync(path, damaged);
    expect(await cache.read('softmax')).toBeNull();
  }
  await cache.write(ORACLE);
  expect(await cache.read('softmax')).toStrictEqual(ORACLE);
});

test('a folder that cannot be made is not an error', async () => {
  const root = newRoot();
  writeFileSync(join(root, 'file'), '');
  const cache = new OracleCache('sha256:a', 1, 'wasm', join(root, 'file'));
  await cache.write(ORACLE);
  expect(await cache.read('softmax')).toBeNull();
});

test('writers at the same time leave one whole file', async () => {
  const root = newRoot();
  const caches = Array.from({ length: 8 }, () => new OracleCache('sha256:a', 1, 'wasm', root));
  await Promise.all(caches.map((cache) => cache.write(ORACLE)));
  expect(await caches[0]?.read('softmax')).toStrictEqual(ORACLE);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(bin|tmp)$/.test(name));
  expect(files).toHaveLength(1);
});
