import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyHashOf } from '../secret/secret.ts';
import { UsageError } from '../text/errors.ts';
import { keepKey, newKey, readKey } from './key-file.ts';
import { Store } from './store.ts';
import { newFolder, REQUEST, recordOf } from './store-fixture.ts';

const NO_SEED = { ...REQUEST, seed: null };
const posix = process.platform !== 'win32';

function keyIn(folder: string): string {
  return readFileSync(join(folder, 'key'), 'utf8').trim();
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

/** Opens a folder of results and closes it again. */
async function opened(folder: string, request: Parameters<typeof Store.open>[1]): Promise<Store> {
  const store = await Store.open(folder, request);
  await store.close();
  return store;
}

/** A file for a key, in a folder that exists. */
function keyFile(text?: string): string {
  const folder = newFolder();
  mkdirSync(folder);
  const path = join(folder, 'shared.key');
  if (text !== undefined) writeFileSync(path, text);
  return path;
}

describe('without a seed', () => {
  test('a folder has a key of 128 bits of its own, which its owner alone may read', async () => {
    const [first, second] = [newFolder(), newFolder()];
    for (const folder of [first, second]) await opened(folder, NO_SEED);
    expect(keyIn(first)).toMatch(/^[0-9a-f]{32}$/);
    expect(keyIn(first)).not.toBe(keyIn(second));
    if (posix) expect(modeOf(join(first, 'key'))).toBe(0o600);
    expect(readdirSync(first).sort()).toEqual(['backproof.json', 'key', 'results.jsonl']);
  });

  test('the key draws the inputs, stays, and only its hash is in the header', async () => {
    const folder = newFolder();
    const first = await opened(folder, NO_SEED);
    const again = await opened(folder, NO_SEED);
    expect(await first.secret()).toBe(keyIn(folder));
    expect(await again.secret()).toBe(keyIn(folder));
    expect(again.header).toMatchObject({ seed: null, keyHash: keyHashOf(keyIn(folder)) });
    expect(readFileSync(join(folder, 'backproof.json'), 'utf8')).not.toContain(keyIn(folder));
  });

  test('a folder of a key refuses a seed, another key, and other inputs for each source', async () => {
    const folder = newFolder();
    await opened(folder, NO_SEED);
    for (const [request, message] of [
      [REQUEST, /drawn from a key, not from the seed 1: name another --out, or leave --seed out$/],
      [{ ...NO_SEED, keyFile: keyFile(newKey()) }, /drawn from another key than .*: name another --out, or leave/],
      [{ ...NO_SEED, keyFile: keyFile() }, /the key file .* does not exist, and .* has one of its own: /],
      [{ ...NO_SEED, perSource: true }, /on the same inputs for every source/],
    ] as const) {
      await expect(Store.open(folder, request)).rejects.toThrow(UsageError);
      await expect(Store.open(folder, request)).rejects.toThrow(message);
    }
  });

  test('a record of another key is refused', async () => {
    const store = await Store.open(newFolder(), NO_SEED);
    const { keyHash } = store.header;
    await store.append(recordOf('ada', { seed: null, keyHash }));
    await expect(store.append(recordOf('bob', { seed: null, keyHash: 'sha256:0' }))).rejects.toThrow('of another key');
    await store.close();
  });

  test.each([
    ['gone', (path: string) => rmSync(path), /the key of the results, .* is gone: put it back/],
    ['another one', (path: string) => writeFileSync(path, newKey()), /is not the key that the results/],
  ])('a key that is %s is said, and nothing is drawn from a new one', async (_, change, message) => {
    const folder = newFolder();
    const store = await opened(folder, NO_SEED);
    change(join(folder, 'key'));
    await expect(store.secret()).rejects.toThrow(UsageError);
    await expect(store.secret()).rejects.toThrow(message);
    await expect((await opened(folder, NO_SEED)).secret()).rejects.toThrow(message);
  });
});

describe('a key that several runs share', () => {
  test('is made if it is absent, is the same for all, and kept in each folder', async () => {
    const path = keyFile();
    const folders = [newFolder(), newFolder(), newFolder()];
    await Promise.all(folders.map((folder) => opened(folder, { ...NO_SEED, keyFile: path })));
    const key = readFileSync(path, 'utf8').trim();
    expect(folders.map(keyIn)).toEqual([key, key, key]);
    if (posix) expect(modeOf(path)).toBe(0o600);
    expect(readdirSync(dirname(path))).toEqual(['shared.key']);
  });

  test('goes on with or without being named, and brings back the key of a folder that lost it', async () => {
    const request = { ...NO_SEED, keyFile: keyFile(), perSource: true };
    const folder = newFolder();
    await opened(folder, request);
    const key = keyIn(folder);
    expect(await (await opened(folder, NO_SEED)).secret()).toBe(key);
    rmSync(join(folder, 'key'));
    const again = await opened(folder, request);
    expect(await again.secret()).toBe(key);
    expect(again.header.perSource).toBe(true);
  });

  test('is taken as openssl and editors write it', async () => {
    expect(await readKey(keyFile('0123456789ABCDEF0123456789abcdef\r\n'))).toBe('0123456789abcdef0123456789abcdef');
  });

  test.skipIf(!posix)('that others may read becomes the owner alone to read', async () => {
    const path = keyFile(newKey());
    expect(modeOf(path) & 0o044).not.toBe(0);
    await readKey(path);
    expect(modeOf(path)).toBe(0o600);
  });

  test.each([
    ['empty', ''],
    ['a seed', '42\n'],
    ['too short', '0123456789abcdef0123456789abcde'],
    ['too long', '0123456789abcdef0123456789abcdef0'],
    ['no hexadecimal digits', '0123456789abcdef0123456789abcdeg'],
    ['large', '0123456789abcdef0123456789abcdef'.repeat(1e5)],
  ])('that is %s is refused with what is expected', async (_, text) => {
    const path = keyFile(text);
    await expect(readKey(path)).rejects.toThrow(UsageError);
    await expect(readKey(path)).rejects.toThrow(
      /holds no key: expected 32 hexadecimal digits, as `openssl rand -hex 16`/,
    );
    await expect(keepKey(path, newKey())).rejects.toThrow(/holds no key/);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('that is a link or a folder is refused', async () => {
    const path = keyFile();
    symlinkSync(keyFile(newKey()), path);
    await expect(readKey(path)).rejects.toThrow(/is a link: name the file of the key itself/);
    rmSync(path);
    mkdirSync(path);
    await expect(readKey(path)).rejects.toThrow(/is not a regular file/);
  });
});

test.skipIf(!posix)('what holds hidden inputs is its owner alone to read', async () => {
  const folder = newFolder();
  const store = await Store.open(folder, REQUEST);
  await store.append(recordOf('b'));
  await store.append(recordOf('a'));
  for (const name of ['results.jsonl', 'results.pending.jsonl']) expect(modeOf(join(folder, name))).toBe(0o600);
  await store.close();
  expect(modeOf(join(folder, 'results.jsonl'))).toBe(0o600);
});
