import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SubmissionRecord } from '../record.ts';
import { type Ran, run, temporaryFolder } from './command-fixture.ts';

// Records whose submission is not in the class folder: its student was away.

const SIGMOID = 'export const sigmoid = (z) => 1 / (1 + Math.exp(-z));';

let folder: string;
let out: string;
let assignment: string;

beforeEach(() => {
  folder = temporaryFolder();
  out = join(folder, 'out');
  assignment = join(folder, 'w.json');
  mkdirSync(join(folder, 'class'));
  setPoints(15);
});

function setPoints(points: number): void {
  writeFileSync(assignment, JSON.stringify({ title: 'W', exercises: [{ name: 'sigmoid', points }] }));
}

function handIn(name: string, code = SIGMOID): void {
  writeFileSync(join(folder, 'class', name), code);
}

function grade(...more: string[]): Promise<Ran> {
  return run('grade', join(folder, 'class'), '-a', assignment, '-o', out, '--seed', '3', '--jobs', '1', ...more);
}

function stored(): SubmissionRecord[] {
  const lines = readFileSync(join(out, 'results.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as SubmissionRecord);
}

describe('who was away when the class was regraded under other points', () => {
  async function regradeWithoutLate(): Promise<void> {
    handIn('ada.js');
    handIn('broken.js', 'export const sigmoid = (');
    handIn('late.js', `// late\n${SIGMOID}`);
    handIn('later.js', 'export const sigmoid = )');
    expect((await grade()).code).toBe(0);
    setPoints(8);
    for (const name of ['late.js', 'later.js']) renameSync(join(folder, 'class', name), join(folder, name));
    expect((await run('regrade', out, '-a', assignment, '--write', '--jobs', '1')).code).toBe(0);
    expect(stored().map(({ maxPoints }) => maxPoints)).toEqual([8, 8, 15, 15]);
  }

  function comeBack(): void {
    for (const name of ['late.js', 'later.js']) renameSync(join(folder, name), join(folder, 'class', name));
  }

  function points(): [string, number | null, number][] {
    return stored().map((record) => [record.submission, record.points, record.maxPoints]);
  }

  const ALL_ON_THE_NEW_SCALE = [
    ['ada', 8, 8],
    ['broken', 0, 8],
    ['late', 8, 8],
    ['later', 0, 8],
  ];

  test('is graded under them by the next run, and nobody else is', async () => {
    await regradeWithoutLate();
    comeBack();
    expect(JSON.parse((await grade('--json')).out)).toMatchObject({ graded: 2, kept: 2, total: 4 });
    expect(points()).toEqual(ALL_ON_THE_NEW_SCALE);
    expect(stored()[2]?.exercises).toMatchObject([{ name: 'sigmoid', points: 8, maxPoints: 8 }]);
    expect(JSON.parse((await grade('--json')).out)).toMatchObject({ graded: 0, kept: 4 });
  });

  test('is graded under them by the next regrade', async () => {
    await regradeWithoutLate();
    comeBack();
    expect((await run('regrade', out, '--write', '--jobs', '1')).code).toBe(0);
    expect(points()).toEqual(ALL_ON_THE_NEW_SCALE);
  });

  test('leaves the points possible as they are now, and is named', async () => {
    await regradeWithoutLate();
    const { out: text, err } = await run('report', out, '-f', 'canvas');
    expect(text).toMatch(/^ {4}Points Possible,,,,,8\r?$/m);
    expect(err).toMatch(/graded under other points than the assignment has now \(.*`backproof grade`.*\): late, later\n/);
  });

  test('lends no old points to another who hands the same in', async () => {
    await regradeWithoutLate();
    handIn('zoe.js', `// late\n${SIGMOID}`);
    expect((await grade()).code).toBe(0);
    expect(points().at(-1)).toEqual(['zoe', 8, 8]);
  });
});
