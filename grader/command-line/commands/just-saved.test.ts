import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSingle } from '../../class/read-submission.ts';
import { temporaryFolder } from './command-fixture.ts';
import { justSaved } from './just-saved.ts';

async function newest(path: string): Promise<string | null> {
  return justSaved(path, await readSingle(path, { sourceKiB: 100 }));
}

test('of a folder it is the file that was saved last', async () => {
  const folder = temporaryFolder();
  for (const [name, saved] of Object.entries({
    'adam.ts': 1000,
    'tanh.ts': 3000,
    'relu.ts': 2000,
    'README.md': 4000,
  })) {
    writeFileSync(join(folder, name), 'export {};');
    utimesSync(join(folder, name), saved, saved);
  }
  expect(await newest(folder)).toBe('tanh.ts');
  utimesSync(join(folder, 'adam.ts'), 3000, 3000);
  expect(await newest(folder)).toBeNull();
  expect(await newest(join(folder, 'adam.ts'))).toBeNull();
});
