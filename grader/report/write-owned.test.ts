import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../store/store-fixture.ts';
import { MANIFEST, writeOwned } from './write-owned.ts';

const ada = { name: 'ada.json', text: '1' };
const bob = { name: 'bob.json', text: '2' };
const keep = { prune: () => false };

test('a report is replaced by a newer one of its kind', async () => {
  const folder = newFolder();
  expect(await writeOwned(folder, 'gradescope', [ada, bob], keep)).toEqual([
    join(folder, 'ada.json'),
    join(folder, 'bob.json'),
  ]);
  await writeOwned(folder, 'gradescope', [{ ...ada, text: 'new' }], keep);
  expect(readFileSync(join(folder, 'ada.json'), 'utf8')).toBe('new');
  expect(readdirSync(folder).sort()).toEqual([MANIFEST, 'ada.json', 'bob.json']);
});

test.each([
  ['not a report of backproof', (path: string) => writeFileSync(path, 'mine')],
  ['not a regular file', (path: string) => mkdirSync(path)],
  ['not a regular file', (path: string) => symlinkSync('/etc/hostname', path)],
])('what exists and is %s stays, and nothing is written', async (message, make) => {
  const folder = newFolder();
  mkdirSync(folder);
  make(join(folder, 'bob.json'));
  await expect(writeOwned(folder, 'gradescope', [ada, bob], keep)).rejects.toThrow(message);
  expect(readdirSync(folder)).toEqual(['bob.json']);
});

test('our own that was changed by hand, or is of another format, stays', async () => {
  const folder = newFolder();
  await writeOwned(folder, 'gradescope', [ada], keep);
  await expect(writeOwned(folder, 'check50', [{ ...ada, text: 'x' }], keep)).rejects.toThrow(
    /of the format gradescope/,
  );
  writeFileSync(join(folder, 'ada.json'), 'by hand');
  await expect(writeOwned(folder, 'gradescope', [ada], keep)).rejects.toThrow(/was changed since/);
});

test('the file of a student who left goes, unless it was changed', async () => {
  const folder = newFolder();
  await writeOwned(folder, 'feedback', [ada, bob, { name: 'eve.json', text: '3' }], { prune: () => true });
  writeFileSync(join(folder, 'eve.json'), 'by hand');
  await writeOwned(folder, 'feedback', [ada], { prune: () => true });
  expect(existsSync(join(folder, 'bob.json'))).toBe(false);
  expect(existsSync(join(folder, 'eve.json'))).toBe(true);
});

test('a kill between two files leaves a folder that is still ours', async () => {
  const folder = newFolder();
  await writeOwned(folder, 'gradescope', [ada, bob], keep);
  const newer = [
    { ...ada, text: 'a' },
    { ...bob, text: 'b' },
  ];
  await writeOwned(folder, 'gradescope', newer, keep);
  // As if bob's file, or neither's entry, had been the last thing that was reached.
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
  const older = { ada: '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b' };
  manifest.files[0].sha256.unshift(older.ada);
  writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest));
  writeFileSync(join(folder, 'ada.json'), ada.text);
  await writeOwned(folder, 'gradescope', newer, keep);
  expect(readFileSync(join(folder, 'ada.json'), 'utf8')).toBe('a');
});

test('a list that is not ours is left alone', async () => {
  const folder = newFolder();
  mkdirSync(folder);
  writeFileSync(join(folder, MANIFEST), '{}');
  await expect(writeOwned(folder, 'csv', [ada], keep)).rejects.toThrow(/not written by backproof/);
});
