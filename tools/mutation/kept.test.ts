import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Kept, keep, outOfDate, partOf, readKept, recall, writeKept } from './kept.ts';
import type { Outcome } from './outcome.ts';

const file = 'reference/losses/a.ts';
const source = '/** Two. */\nexport const x = 2; // even\n';
const survivor: Outcome = {
  file,
  line: 2,
  column: 18,
  kind: 'constant + 1',
  original: '2',
  replacement: '2 + 1',
  within: 'export const x = 2; // even',
  status: 'survived',
};
const where = { commit: 'abc', machine: 'a machine' };
const kept = keep(file, source, [survivor, { ...survivor, status: 'killed' }], where);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a mutant that lives is recalled at its new line, and the others by their number', () => {
  const moved = '/**\n * Two.\n */\n\nexport const x = 2; // equivalent mutant: `2 + 1` (x is never read)\n';
  const { living, others } = recall(file, moved, kept);
  expect(living).toEqual([{ ...survivor, line: 5, within: moved.split('\n')[4] }]);
  expect(others).toEqual([{ file, kind: 'constant + 1', status: 'killed' }]);
});

test('outcomes are of the present code if comments and empty lines alone have changed', () => {
  const known = new Map([[file, kept]]);
  expect(outOfDate(new Map([[file, '// Even.\n\nexport const x = 2;']]), known)).toEqual([]);
  expect(outOfDate(new Map([[file, 'export const x = 3;']]), known)).toEqual([file]);
  expect(outOfDate(new Map([[file, "export const x = '2 // even';"]]), known)).toEqual([file]);
  expect(outOfDate(new Map([['reference/losses/b.ts', source]]), known)).toEqual(['reference/losses/b.ts']);
});

test('a part is a folder of reference/, with the folders below it', () => {
  expect(['reference/losses/a.ts', 'reference/losses/shared/b.ts', 'reference/c.ts'].map(partOf)).toEqual([
    'losses',
    'losses',
    'root',
  ]);
});

test('what is kept of a file replaces its earlier outcomes alone, and goes when the file is gone', () => {
  const [other, gone] = ['reference/losses/b.ts', 'reference/losses/gone.ts'];
  const all = [file, other];
  const named = (commit: string): Kept => ({ ...kept, commit });
  writeKept(new Map([[gone, kept]]), [gone], folder);
  writeKept(new Map([[other, named('old')]]), all, folder);
  writeKept(new Map([[file, named('old')]]), all, folder);
  writeKept(new Map([['reference/c.ts', kept]]), [...all, 'reference/c.ts'], folder);
  writeKept(new Map([[file, named('new')]]), all, folder);
  expect(readdirSync(folder).sort()).toEqual(['losses.json', 'root.json']);
  expect([...readKept([...all, gone], folder)]).toEqual([
    [file, named('new')],
    [other, named('old')],
  ]);
});
