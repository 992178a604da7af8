import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { SubmissionRecord } from '../record/record.ts';

// What the machine does to a run costs no student points: such a submission is tried again by the next run.

const BIN = fileURLToPath(new URL('../bin.mjs', import.meta.url));
const NOBODY = 65_534;
const RIGHT = 'export const relu = (z) => Math.max(0, z);';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'backproof-machine-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  // The run may be under another account than this one, which binds permissions.
  chmodSync(root, 0o777);
  mkdirSync(join(root, 'class'));
  writeFileSync(join(root, 'w.json'), JSON.stringify({ title: 'W', exercises: [{ name: 'relu', points: 10 }] }));
});

/** Grades the class under an account that is not root, in a shell that has set what the test is about. */
function grade(setting: string, ...more: string[]): { code: number | null; out: string; err: string } {
  const words = [BIN, 'grade', 'class', '-a', 'w.json', '-o', 'out', '--seed', '1', ...more];
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${setting}; exec "$0" "$@"`, process.execPath, ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, HOME: root, XDG_CACHE_HOME: join(root, 'cache') },
    ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  return { code: status, out: stdout, err: stderr };
}

/** None if the run could not even begin. */
function records(): SubmissionRecord[] {
  const path = join(root, 'out', 'results.jsonl');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line) as SubmissionRecord);
}

describe.skipIf(process.platform === 'win32')('no points are lost', () => {
  test('to a file that the account may not read; it is graded once it may', () => {
    writeFileSync(join(root, 'class', 'ada.js'), RIGHT);
    writeFileSync(join(root, 'class', 'bob.js'), `${RIGHT}// bob`);
    chmodSync(join(root, 'class', 'bob.js'), 0);
    expect(grade(':')).toMatchObject({ code: 1 });
    expect(records()).toMatchObject([
      { submission: 'ada', status: 'graded', points: 10 },
      {
        submission: 'bob',
        status: 'infra_error',
        points: null,
        message: 'cannot be read: permission denied for bob.js: let this account read it',
      },
    ]);
    chmodSync(join(root, 'class', 'bob.js'), 0o644);
    expect(JSON.parse(grade(':', '--json').out)).toMatchObject({ graded: 1, kept: 1, infraErrors: 0 });
    expect(records().map(({ points }) => points)).toEqual([10, 10]);
  });

  test('to a lack of file descriptors', () => {
    for (let n = 0; n < 10; n++) writeFileSync(join(root, 'class', `s${n}.js`), `${RIGHT}// ${n}`);
    // enough for the run itself, and not for a process for each submission
    const { code } = grade('ulimit -n 60', '--jobs', '10');
    const isFault = ({ status, points }: SubmissionRecord): boolean => status === 'infra_error' && points === null;
    const short = records();
    expect(short.filter((record) => !isFault(record) && record.points !== 10)).toEqual([]);
    if (code === 0) expect(short.map(({ points }) => points)).toEqual(Array(10).fill(10));
    expect(grade(':')).toMatchObject({ code: 0 });
    const all = records();
    expect(all.map(({ status, points }) => [status, points])).toEqual(all.map(() => ['graded', 10]));
  });
});
