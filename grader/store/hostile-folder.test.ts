import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../text/errors.ts';
import { replaceFile } from './durable.ts';
import { HEADER } from './header.ts';
import { LOCK } from './lock.ts';
import { parseRecordLine } from './record-line.ts';
import { Store } from './store.ts';
import { newFolder, REQUEST, recordOf } from './store-fixture.ts';

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

describe.skipIf(process.platform === 'win32')('a named pipe in the folder of results', () => {
  test.each([HEADER, LOCK])('called %s is refused, not waited for', async (name) => {
    const folder = newFolder();
    mkdirSync(folder);
    execFileSync('mkfifo', [join(folder, name)]);
    await expect(Store.open(folder, REQUEST)).rejects.toThrow(UsageError);
    await expect(Store.open(folder, REQUEST)).rejects.toThrow('is not a regular file');
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
