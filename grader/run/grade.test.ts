import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SubmissionRecord } from '../record/record.ts';

// The command line as a process of its own: what it writes, what it says, and how it ends.

const BIN = fileURLToPath(new URL('../bin.mjs', import.meta.url));
const RIGHT = `export const softmax = (logits) => logits.map((row) => {
  const m = Math.max(...row);
  const e = row.map((z) => Math.exp(z - m));
  const s = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / s);
});`;

let folder: string;
let classFolder: string;
let assignment: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backproof-grade-'));
  classFolder = join(folder, 'class');
  assignment = join(folder, 'week-4.json');
  mkdirSync(classFolder);
  writeFileSync(
    assignment,
    JSON.stringify({ title: 'Week 4', exercises: [{ name: 'softmax', points: 10 }], limits: { ticks: 300 } }),
  );
  for (let i = 0; i < 8; i++) writeFileSync(join(classFolder, `s${i}.js`), `${RIGHT}\n// ${i}`);
  writeFileSync(join(classFolder, 'endless.js'), 'export const softmax = () => { for (;;); };');
  writeFileSync(join(classFolder, 'half.js'), 'export const softmax = (');
  writeFileSync(join(classFolder, 'empty.js'), '');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function backproof(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

function grade(out: string, ...more: string[]): ReturnType<typeof backproof> {
  return backproof(
    'grade',
    classFolder,
    '--assignment',
    assignment,
    '--out',
    join(folder, out),
    '--seed',
    '3',
    ...more,
  );
}

/** The records without what may differ from run to run. */
function records(out: string): Omit<SubmissionRecord, 'startedAt' | 'durationMs'>[] {
  return readFileSync(join(folder, out, 'results.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { startedAt: _, durationMs: __, ...rest } = JSON.parse(line) as SubmissionRecord;
      return rest;
    });
}

describe('backproof grade', () => {
  test('writes one record per submission in the order of the ids, and the reports', () => {
    const { code, out } = grade('first');
    expect(code).toBe(0);
    expect(out).toContain('seed 3');
    const written = records('first');
    expect(written.map(({ submission }) => submission)).toEqual([
      'empty',
      'endless',
      'half',
      's0',
      's1',
      's2',
      's3',
      's4',
      's5',
      's6',
      's7',
    ]);
    expect(written.map(({ status }) => status)).toEqual(['invalid', 'graded', 'invalid', ...Array(8).fill('graded')]);
    expect(written[1]?.exercises[0]?.status).toBe('timeout');
    expect(written.slice(3).map(({ points }) => points)).toEqual(Array(8).fill(10));
    for (const file of ['results.csv', 'report.html']) expect(existsSync(join(folder, 'first', file))).toBe(true);
  });

  test('gives the same bits with any --jobs', () => {
    expect(grade('one', '--jobs', '1').code).toBe(0);
    expect(grade('three', '--jobs', '3').code).toBe(0);
    expect(records('three')).toEqual(records('one'));
  });

  test('goes on where a kill ended it, and keeps what is there', async () => {
    const out = join(folder, 'killed');
    const child = spawn(
      process.execPath,
      [BIN, 'grade', classFolder, '-a', assignment, '-o', out, '--seed', '3', '--jobs', '1'],
      { stdio: 'ignore' },
    );
    const results = join(out, 'results.jsonl');
    while (!existsSync(results) || readFileSync(results, 'utf8').split('\n').length < 4) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const again = grade('killed', '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ total: 11 });
    expect((JSON.parse(again.out) as { kept: number }).kept).toBeGreaterThanOrEqual(3);
    expect(records('killed')).toEqual(records('first'));
  });

  test('grades only what changed on a second run', () => {
    expect(grade('changed', '--json').code).toBe(0);
    writeFileSync(join(classFolder, 's3.js'), 'export const softmax = (z) => z;');
    const second = grade('changed', '--json');
    expect(JSON.parse(second.out)).toMatchObject({ graded: 1, kept: 10 });
    const changed = records('changed');
    expect(changed).toHaveLength(11);
    expect(changed.find(({ submission }) => submission === 's3')?.points).toBe(0);
    writeFileSync(join(classFolder, 's3.js'), `${RIGHT}\n// 3`);
  });

  test.each([
    ['a class that is not there', ['grade', 'nowhere', '-a', 'activations', '-o', 'x'], 'nowhere'],
    ['an unknown assignment', ['grade', '.', '-a', 'activation', '-o', 'x'], 'did you mean activations'],
    ['an unknown option', ['grade', '.', '-a', 'all', '-o', 'x', '--frob'], 'unknown option'],
    ['a seed that is not a number', ['grade', '.', '-a', 'all', '-o', 'x', '--seed', 'abc'], 'whole number'],
    ['an unknown command', ['grde'], 'unknown command'],
    ['a file that is not there', ['check', 'nowhere.ts'], 'nowhere.ts'],
    ['an unknown exercise', ['check', 'x.ts', '--exercise', 'sofmax'], 'did you mean softmax'],
  ])('answers %s with one clear line and exit code 2', (_, args, message) => {
    const { code, err, out } = backproof(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe('');
  });

  test('refuses the seed with which students check, and says which it takes', () => {
    const { code, err } = backproof(
      'grade',
      classFolder,
      '-a',
      assignment,
      '-o',
      join(folder, 'public'),
      '--seed',
      '2147483647',
    );
    expect(err).toMatch(/expected a whole number of 0\.\.2147483646/);
    expect(code).toBe(2);
  });

  test('refuses a folder of another seed', () => {
    expect(grade('other').code).toBe(0);
    const { code, err } = backproof('grade', classFolder, '-a', assignment, '-o', join(folder, 'other'), '--seed', '4');
    expect(code).toBe(2);
    expect(err).toContain('seed');
  });
});

describe('backproof check', () => {
  test('exits with 0 for a right file and names what to fix in a wrong one', () => {
    const right = join(folder, 'right.js');
    writeFileSync(right, RIGHT);
    expect(backproof('check', right)).toMatchObject({ code: 0, out: '✓ softmax: correct\n' });
    const wrong = join(folder, 'wrong.js');
    writeFileSync(wrong, RIGHT.replace('Math.max(...row)', '0'));
    const { code, out } = backproof('check', wrong);
    expect(code).toBe(1);
    expect(out).toContain('Fix first: softmax (wrong.js:1) is unstable');
    expect(out).toContain('Hint: ');
  });

  test('does not call a file right that exports no exercise', () => {
    const none = join(folder, 'none.js');
    writeFileSync(none, 'export const other = 1;');
    expect(backproof('check', none)).toMatchObject({ code: 1 });
  });
});
