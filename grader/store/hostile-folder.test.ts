import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MANIFEST, writeOwned } from '../report/write-owned.ts';
import { classFolderOf, expectOwnRun } from '../run/kept-run.ts';
import { UsageError } from '../text/errors.ts';
import { replaceFile } from './durable.ts';
import { HEADER, RESULTS } from './header.ts';
import { LOCK } from './lock.ts';
import { parseRecordLine } from './record-line.ts';
import { Store } from './store.ts';
import { newFolder, REQUEST, recordOf } from './store-fixture.ts';
import { PENDING } from './stored-results.ts';
import { viewResults } from './view-results.ts';

// A folder of results in which somebody put something else, or edited a record by hand.

const EXERCISE = { name: 'softmax', status: 'correct', points: 10, maxPoints: 10, checks: [] };

function parsed(changes: object): ReturnType<typeof parseRecordLine> {
  return parseRecordLine(JSON.stringify({ ...recordOf('ada'), ...changes }), {
    assignment: 'all',
    seed: 1,
    keyHash: null,
  });
}

describe('a record edited by hand', () => {
  test.each([
    { changes: { points: 99 }, fault: 'has 99 points of 10' },
    { changes: { exercises: [{ ...EXERCISE, points: 99 }] }, fault: 'has 99 points of 10 for softmax' },
    { changes: { exercises: [{ ...EXERCISE, points: '9' }] }, fault: 'has 9 points of 10 for softmax' },
    { changes: { exercises: [null] }, fault: 'has an exercise that is not a record' },
    { changes: { similarTo: undefined }, fault: 'has no list similarTo' },
    { changes: { exercises: [{}] }, fault: 'has an exercise without name, status or checks' },
  ])('is reported: $fault', ({ changes, fault }) => {
    expect(parsed(changes)).toEqual({ record: null, fault });
  });

  test('that is whole is taken', () => {
    expect(parsed({ exercises: [EXERCISE] }).fault).toBeNull();
    expect(parsed({ status: 'infra_error', points: null }).fault).toBeNull();
  });
});

const OTHERS: [what: string, make: (path: string) => void][] = [
  ['a named pipe', (path) => execFileSync('mkfifo', [path])],
  ['a link', (path) => symlinkSync(join(dirname(path), '..', 'elsewhere'), path)],
  ['a link that leads nowhere', (path) => symlinkSync('/nowhere/at/all', path)],
  ['a folder', (path) => mkdirSync(path)],
];
const FILES = [HEADER, LOCK, RESULTS, PENDING];

/** A folder of results in which something else is in the place of a file, and a file outside it that a link leads to. */
function spoilt(name: string, make: (path: string) => void): { folder: string; elsewhere: string } {
  const folder = newFolder();
  mkdirSync(folder);
  const elsewhere = join(folder, '..', 'elsewhere');
  writeFileSync(elsewhere, 'kept');
  if (name !== HEADER)
    writeFileSync(join(folder, HEADER), JSON.stringify({ schema: 'backproof/folder/1', ...REQUEST }));
  make(join(folder, name));
  return { folder, elsewhere };
}

describe.skipIf(process.platform === 'win32').each(OTHERS)('%s in the folder of results', (_, make) => {
  test.each(FILES)('called %s is refused, neither waited for nor written to', async (name) => {
    const { folder, elsewhere } = spoilt(name, make);
    await expect(Store.open(folder, REQUEST)).rejects.toThrow(UsageError);
    await expect(Store.open(folder, REQUEST)).rejects.toThrow('is not a regular file');
    expect(readFileSync(elsewhere, 'utf8')).toBe('kept');
    // What is only read holds no lock.
    if (name !== LOCK) await expect(viewResults(folder)).rejects.toThrow('is not a regular file');
  });

  test("called backproof.lock.takeover is in nobody's way", async () => {
    const { folder, elsewhere } = spoilt(`${LOCK}.takeover`, make);
    writeFileSync(join(folder, LOCK), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), born: null }));
    await (await Store.open(folder, REQUEST)).close();
    expect(readFileSync(elsewhere, 'utf8')).toBe('kept');
    expect(readdirSync(folder).some((file) => file.startsWith(LOCK))).toBe(false);
  });

  test('called run.json is refused, and tells nothing', async () => {
    const { folder, elsewhere } = spoilt('run.json', make);
    writeFileSync(elsewhere, '{\n  "classFolder": "c" }');
    await expect(expectOwnRun(folder)).rejects.toThrow(UsageError);
    await expect(classFolderOf(folder, undefined)).rejects.toThrow('--class');
  });

  test('called as the list of reports, or as a report, is refused', async () => {
    for (const name of [MANIFEST, 'results.csv']) {
      const { folder, elsewhere } = spoilt(name, make);
      const written = writeOwned(folder, 'csv', [{ name: 'results.csv', text: 'new' }], { prune: () => false });
      await expect(written).rejects.toThrow('is not a regular file');
      expect(readFileSync(elsewhere, 'utf8')).toBe('kept');
    }
  });
});

test('a temporary file that is a link, or a folder, is replaced and not written through', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'b.tmp', 'inside'), { recursive: true });
  const elsewhere = join(dirname(folder), 'elsewhere');
  writeFileSync(elsewhere, 'kept');
  symlinkSync(elsewhere, join(folder, 'a.tmp'));
  await replaceFile(folder, 'a', ['new']);
  await replaceFile(folder, 'b', ['new']);
  expect(readFileSync(elsewhere, 'utf8')).toBe('kept');
  expect(readdirSync(folder)).toEqual(['a', 'b']);
});

test('a folder in place of the records that are being rewritten is cleared away', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'results.jsonl.tmp'), { recursive: true });
  const store = await Store.open(folder, REQUEST);
  await store.append(recordOf('ada'));
  await store.close();
  expect(readdirSync(folder)).not.toContain('results.jsonl.tmp');
});
