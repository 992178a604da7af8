import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SubmissionRecord } from '../../record/record.ts';
import { type Ran, run, temporaryFolder } from './command-fixture.ts';

// Records whose submission is not in the class folder: it came back under another name, or its student left or was away.

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

  test('is graded under them by the next run, and no other submission is', async () => {
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
    expect(err).toMatch(/graded under other points than the assignment has now \(.*--prune.*\): late, later\n/);
  });

  test('lends no old points to another who hands the same in', async () => {
    await regradeWithoutLate();
    handIn('zoe.js', `// late\n${SIGMOID}`);
    expect((await grade()).code).toBe(0);
    expect(points().at(-1)).toEqual(['zoe', 8, 8]);
  });
});

describe('a record without a submission in the class folder', () => {
  const OLD = 'lovelaceada_12345_67890_softmax';
  const NEW = 'lovelaceada_12345_70001_softmax-1';

  /** Ada's submission comes again under the name that Canvas gives it then. */
  async function resubmitted(): Promise<void> {
    handIn(`${OLD}.js`);
    handIn('bob.js', SIGMOID.replace('1 /', '2 /'));
    expect((await grade()).code).toBe(0);
    rmSync(join(folder, 'class', `${OLD}.js`));
    handIn(`${NEW}.js`);
  }

  test('is kept and named, with what drops it, and does not count', async () => {
    await resubmitted();
    const { code, out: text } = await grade();
    expect(code).toBe(0);
    expect(text).toContain('2 submissions: 2 graded');
    expect(text).toContain(
      `1 record has no submission in the class folder any more (--prune drops it, the reports have it until then): ${OLD}\n`,
    );
    expect(JSON.parse((await grade('--json')).out)).toMatchObject({ total: 2, absent: [OLD], pruned: [] });
    expect(stored().map(({ submission }) => submission)).toEqual(['bob', OLD, NEW]);
  });

  test('is dropped by --prune, from the reports and similarTo too', async () => {
    await resubmitted();
    await grade();
    expect(stored().find(({ submission }) => submission === NEW)?.similarTo).toEqual([OLD]);
    const { out: text } = await grade('--prune', '--yes');
    expect(text).toContain(`1 record had no submission in the class folder any more and was dropped: ${OLD}\n`);
    expect(stored().map(({ submission, similarTo }) => [submission, similarTo])).toEqual([
      ['bob', []],
      [NEW, []],
    ]);
    for (const file of ['results.csv', 'report.html']) expect(readFileSync(join(out, file), 'utf8')).not.toContain(OLD);
    const again = JSON.parse((await grade('--prune', '--yes', '--json')).out);
    expect(again).toMatchObject({ graded: 0, kept: 2, total: 2, absent: [], pruned: [] });
  });

  test('keeps the student without a grade beside the new one, until it is dropped as the warning says', async () => {
    await resubmitted();
    await grade();
    const roster = join(folder, 'roster.csv');
    writeFileSync(roster, 'id,name\n12345,Ada Lovelace\n');
    const before = await run('report', out, '-f', 'canvas', '-r', roster);
    expect(before.err).toMatch(/12345 has several submissions, so no grade \(.*`backproof grade --prune`.*\): /);
    await grade('--prune', '--yes');
    const after = await run('report', out, '-f', 'canvas', '-r', roster);
    expect(after.err).not.toContain('several');
    expect(after.out).toMatch(/^"Lovelace, Ada",.*,15\r?$/m);
  });

  test('is dropped with what was decided about it, which is named', async () => {
    await resubmitted();
    const decision = ['--points', '7', '--reason', 'asked in person'];
    expect((await run('decide', out, OLD, '-e', 'sigmoid', ...decision)).code).toBe(0);
    const { code, out: text, err } = await grade('--prune', '--yes', '--json');
    expect(code).toBe(0);
    expect(err).toContain(`${OLD} is dropped with what was decided: sigmoid 7 of 15 points (asked in person)`);
    expect(JSON.parse(text).pruned).toMatchObject([
      { submission: OLD, decisions: [{ exercise: 'sigmoid', points: 7, reason: 'asked in person' }] },
    ]);
  });

  test('is not dropped if all would be, since that is another class', async () => {
    handIn('ada.js');
    await grade();
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'zoe.js'), SIGMOID);
    const before = stored();
    const { code, err } = await run('grade', other, '-a', assignment, '-o', out, '--jobs', '1', '--prune');
    expect(err).toMatch(/none of the records in .* is of a submission in .*other, so --prune would drop them all/);
    expect(code).toBe(2);
    expect(stored()).toEqual(before);
  });

  test('by a fault of the grader does not fail a run of the class', async () => {
    await resubmitted();
    const file = join(out, 'results.jsonl');
    const lines = stored().map((record) =>
      record.submission === OLD ? { ...record, status: 'infra_error', points: null, exercises: [] } : record,
    );
    writeFileSync(file, lines.map((record) => `${JSON.stringify(record)}\n`).join(''));
    expect((await grade()).code).toBe(0);
  });
});
