import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ClassEntry } from '../class/class-entry.ts';
import { folderOf } from '../class/class-fixture.ts';
import { cpuSeconds } from '../cpu-seconds-fixture.ts';
import { UsageError } from '../text/errors.ts';
import { openClass } from './open-class.ts';

async function listClass(folder: string): Promise<readonly ClassEntry[]> {
  const opened = await openClass(folder);
  await opened.close();
  return opened.entries;
}

test('each entry is one submission, its id the name without extension, a folder the whole name', async () => {
  const folder = folderOf({
    'ada.ts': '',
    'bob.js': '',
    'cy.mjs': '',
    'dan.zip': '',
    'eve.pdf': '',
    'jane.doe.ts': '',
    'fay.x/a.ts': '',
    gus: '',
  });
  const ids = (await listClass(folder)).map(({ id }) => id);
  expect(ids).toEqual(['ada', 'bob', 'cy', 'dan', 'eve', 'fay.x', 'gus', 'jane.doe']);
});

test('entries that start with a dot, and __MACOSX, are skipped', async () => {
  const folder = folderOf({ 'ada.ts': '', '.DS_Store': '', '._ada.ts': '', '.git/a.ts': '', '__MACOSX/a.ts': '' });
  expect((await listClass(folder)).map(({ id }) => id)).toEqual(['ada']);
});

test('ids are sorted by code units, not by a language', async () => {
  const folder = folderOf({ 'b.ts': '', 'a.ts': '', 'B.ts': '', 'ä.ts': '', 'a-1.ts': '', 'a1.ts': '' });
  expect((await listClass(folder)).map(({ id }) => id)).toEqual(['B', 'a', 'a-1', 'a1', 'b', 'ä']);
});

test('the same id twice is one entry with all its names', async () => {
  const folder = folderOf({ 'ada.zip': '', 'ada.ts': '', 'ada/a.ts': '' });
  expect((await listClass(folder)).map(({ id, parts }) => ({ id, names: parts.map(({ name }) => name) }))).toEqual([
    { id: 'ada', names: ['ada', 'ada.ts', 'ada.zip'] },
  ]);
});

test('odd names are kept as they are', async () => {
  const long = 'x'.repeat(240);
  const folder = folderOf({ 'a\nb.ts': '', 'tab\there.ts': '', [`${long}.ts`]: '', '=1+1.ts': '', '__proto__.ts': '' });
  const ids = (await listClass(folder)).map(({ id }) => id);
  expect(ids).toEqual(['=1+1', '__proto__', 'a\nb', 'tab\there', long].sort());
});

test('a wrong path, a file and an empty class are wrong usage', async () => {
  const folder = folderOf({ 'ada.ts': '' });
  mkdirSync(join(folder, 'empty'));
  await expect(listClass(join(folder, 'nowhere'))).rejects.toThrow(UsageError);
  await expect(listClass(join(folder, 'nowhere'))).rejects.toThrow(/the class folder .* does not exist/);
  await expect(listClass(join(folder, 'ada.ts'))).rejects.toThrow(
    /is a file, neither a class folder nor the \.zip of one/,
  );
  await expect(listClass(join(folder, 'empty'))).rejects.toThrow(/holds no submissions/);
});

test('a class of ten thousand is listed at once', async () => {
  const folder = folderOf(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`s${n}.ts`, ''])));
  expect(await cpuSeconds(async () => expect(await listClass(folder)).toHaveLength(10_000))).toBeLessThan(6);
});
