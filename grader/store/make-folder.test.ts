import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';
import { newFolder } from './store-fixture.ts';

test('makes a folder with those above it, and says whether it had to', async () => {
  const folder = join(newFolder(), 'a', 'b');
  expect(await makeFolder(folder)).toBe(true);
  expect(await makeFolder(folder)).toBe(false);
  writeFileSync(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file'))).rejects.toThrow(/EEXIST/);
  await expect(makeFolder(join(folder, 'file', 'c'))).rejects.toThrow(/ENOTDIR/);
});

// Node's own mkdir with recursive: true never returns from this one.
test.runIf(existsSync('/proc/self'))('gives up if a folder cannot be made', async () => {
  await expect(makeFolder('/proc/backproof/a')).rejects.toThrow(/ENOENT/);
});
