import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SubmissionRecord } from '../../record/record.ts';
import { type Ran, run, temporaryFolder } from './command-fixture.ts';

// What a course decides: deadlines, bonuses, excused students, and the points of a whole submission.

const RIGHT =
  'export const relu = (z) => (z > 0 ? z : 0);\nexport const step = (z, threshold = 0) => (z >= threshold ? 1 : 0);\n';
const POLICY = {
  due: '2026-11-20T12:00Z',
  timeZone: 'UTC',
  late: { perDay: 0.25, most: 0.5 },
  points: 20,
};

/** When a page was made. */
const TIME = /\d{4}-\d\d-\d\d \d\d:\d\d UTC/;

let folder: string;
let out: string;

beforeEach(() => {
  folder = temporaryFolder();
  out = join(folder, 'out');
  mkdirSync(join(folder, 'class'));
  for (const id of ['ada', 'bob']) writeFileSync(join(folder, 'class', `${id}.js`), RIGHT);
  writeFileSync(join(folder, 'class', 'cy.js'), RIGHT.replace('0);', '0;'));
  writeAssignment(POLICY);
  writeRoster('ada,Ada L,2026-11-21T13:00,\nbob,Bob B,,yes\ncy,Cy C,,\neve,Eve E,,yes\n');
});

function writeAssignment(policy: object, at = folder): string {
  const exercises = [
    { name: 'relu', points: 4 },
    { name: 'step', points: 1, bonus: true },
    { name: 'tanh', points: 0 },
  ];
  mkdirSync(at, { recursive: true });
  const path = join(at, 'w.json');
  writeFileSync(path, JSON.stringify({ title: 'W', exercises, ...policy }));
  return path;
}

function writeRoster(rows: string): void {
  writeFileSync(join(folder, 'roster.csv'), `id,name,submitted,excused\n${rows}`);
}

function grade(...more: string[]): Promise<Ran> {
  const words = ['grade', join(folder, 'class'), '-a', join(folder, 'w.json'), '-o', out, '--seed', '3', '--jobs', '1'];
  return run(...words, ...more);
}

function stored(id: string): SubmissionRecord {
  const lines = readFileSync(join(out, 'results.jsonl'), 'utf8').trim().split('\n');
  const records = lines.map((line) => JSON.parse(line) as SubmissionRecord);
  return records.find(({ submission }) => submission === id) as SubmissionRecord;
}

async function reported(format: string, ...more: string[]): Promise<string> {
  return (await run('report', out, '-f', format, '-r', join(folder, 'roster.csv'), ...more)).out;
}

test('a deadline, a bonus and points in all are in the records, and further runs keep to the roster', async () => {
  const first = await grade('-r', join(folder, 'roster.csv'));
  expect(first.code).toBe(0);
  expect(first.out).toContain('2 graded, 1 invalid, 0 infra_error, 1 late, 1 excused');
  // 4 and the bonus of 1, each worth 5 of 20; half of it off for two days.
  expect(stored('ada')).toMatchObject({
    points: 12.5,
    maxPoints: 20,
    late: { submittedAt: '2026-11-21T13:00:00Z', due: '2026-11-20T12:00:00Z', days: 2, share: 0.5, points: 12.5 },
    excused: false,
  });
  expect(stored('bob')).toMatchObject({ points: 25, late: null, excused: true });
  const again = await grade();
  expect(again.out).toContain('0 graded now, 3 kept');
  expect(stored('ada').points).toBe(12.5);
});

test('a corrected roster changes the records without judging anything again', async () => {
  await grade('-r', join(folder, 'roster.csv'));
  writeRoster('ada,Ada L,2026-11-20T11:00,\nbob,Bob B,,no\n');
  const again = await grade();
  expect(again.out).toContain('0 graded now, 3 kept');
  expect(stored('ada')).toMatchObject({ points: 25, late: null });
  expect(stored('bob').excused).toBe(false);
});

test('a report has the roster that the class was graded with, and loses nobody whom it does not list', async () => {
  writeRoster('ada,Ada L,2026-11-21T13:00Z,\neve,Eve E,,yes\n');
  await grade('-r', join(folder, 'roster.csv'));
  const report = await run('report', out, '-f', 'canvas');
  expect(report.err).toMatch(/^backproof: with the roster .*roster\.csv, which `grade` was given\n$/);
  const rows = report.out.trim().split('\r\n').slice(2);
  expect(rows).toEqual(['"L, Ada",,,,,12.5', '"E, Eve",,,,,EX', 'bob,,,,,25', 'cy,,,,,0']);
  rmSync(join(folder, 'roster.csv'));
  const without = await run('report', out, '-f', 'canvas');
  expect(without.code).toBe(0);
  expect(without.err).toMatch(/^backproof: without the roster that `grade` was given: .* cannot be read \(ENOENT\)\n$/);
  expect(without.out.trim().split('\r\n').slice(2)).toEqual(['ada,,,,,12.5', 'bob,,,,,25', 'cy,,,,,0']);
});

test('the page of a run has the names and sections of that roster, as a report has them', async () => {
  const rows = 'id,name,section,excused\nada,Ada L,North,\nbob,Bob B,South,yes\neve,Eve E,North,\n';
  writeFileSync(join(folder, 'roster.csv'), rows);
  const page = (): string => readFileSync(join(out, 'report.html'), 'utf8').replace(TIME, '');
  const report = async (): Promise<string> => (await run('report', out, '-f', 'html')).out.replace(TIME, '');
  await grade('-r', join(folder, 'roster.csv'));
  for (const text of ['Ada L', 'North', 'eve (Eve E)']) expect(page()).toContain(text);
  expect(page()).toBe(await report());
  await run('decide', out, 'ada', '--points', '7', '--reason', 'asked');
  expect(page()).toBe(await report());
  expect(page()).toContain('Ada L');
});

test('a roster that is gone is named, and nothing is changed', async () => {
  await grade('-r', join(folder, 'roster.csv'));
  const before = readFileSync(join(out, 'results.jsonl'), 'utf8');
  writeFileSync(join(folder, 'roster.csv'), 'id,submitted\nada,noon\n');
  const { code, err } = await grade();
  expect(code).toBe(2);
  expect(err).toMatch(
    /roster\.csv:2: the column submitted: .*; an earlier run was given it: correct it, or name another/,
  );
  expect(readFileSync(join(out, 'results.jsonl'), 'utf8')).toBe(before);
});

describe('each report says it where it has a place for it', () => {
  beforeEach(async () => {
    await grade('-r', join(folder, 'roster.csv'));
  });

  test('Canvas: EX, with or without a submission', async () => {
    const rows = (await reported('canvas')).split('\r\n');
    expect(rows).toContain('"L, Ada",,,,,12.5');
    expect(rows).toContain('"B, Bob",,,,,EX');
    expect(rows).toContain('"E, Eve",,,,,EX');
  });

  test('nbgrader: due date, time, penalty; nobody who is excused', async () => {
    const rows = (await reported('nbgrader')).split('\r\n');
    expect(rows[1]).toBe('W,2026-11-20T12:00:00Z,2026-11-21T13:00:00Z,ada,L,Ada,,25,12.5,12.5,20');
    expect(rows.join()).not.toMatch(/bob|eve/);
  });

  test('Gradescope, Moodle and feedback: a sentence', async () => {
    const sentence = /Late: handed in 2026-11-21 13:00, due 2026-11-20 12:00 \(UTC\): 2 days late, 50.% of the points/;
    expect(JSON.parse(await reported('gradescope', '--student', 'ada'))).toMatchObject({
      score: 12.5,
      output: expect.stringMatching(sentence),
    });
    expect(await reported('moodle')).toMatch(sentence);
    expect(await reported('feedback', '--student', 'ada')).toMatch(/Late: handed in/);
    expect(await reported('feedback', '--student', 'bob')).toContain('Excused: it has no grade');
  });

  test('CSV and the page', async () => {
    expect(await reported('csv')).toMatch(/^eve,Eve E,,,absent,.*,excused$/m);
    const page = await reported('html');
    expect(page).toContain('Excused: no grade, and not in the means.');
    expect(page).toContain('2 days late');
  });
});

test('a submission that cannot be loaded gets points from the instructor, which nothing takes away', async () => {
  await grade('-r', join(folder, 'roster.csv'));
  expect(stored('cy')).toMatchObject({ status: 'invalid', points: 0 });
  const { code, out: said } = await run('decide', out, 'cy', '--points', '15', '--reason', 'one parenthesis');
  expect(code).toBe(0);
  expect(said).toContain('in all 0 -> 15 of 20, as decided for the whole');
  expect(stored('cy')).toMatchObject({ status: 'invalid', points: 15, decision: { points: 15, verdictPoints: 0 } });
  await grade();
  expect((await run('regrade', out, '--write')).code).toBe(0);
  expect(stored('cy').points).toBe(15);
  expect(await reported('feedback', '--student', 'cy')).toContain('Your instructor has decided on these points.');
  expect((await run('decide', out, 'cy', '--withdraw')).code).toBe(0);
  expect(stored('cy')).toMatchObject({ points: 0, decision: null });
});

test('more points than there are cannot be given', async () => {
  await grade('-r', join(folder, 'roster.csv'));
  const { code, err } = await run('decide', out, 'ada', '--points', '25.5', '--reason', 'x');
  expect([code, err]).toEqual([2, expect.stringContaining('ada can have 25 points: --points may be 0 to 25')]);
});

test('another policy shows the points before and after, and judges nothing again', async () => {
  await grade('-r', join(folder, 'roster.csv'));
  const milder = writeAssignment({ ...POLICY, late: { perDay: 0.1 }, points: 40 }, join(folder, 'milder'));
  const shown = await run('regrade', out, '-a', milder);
  expect(shown.out).toMatch(
    /ada +12\.5 +40 +in all 12\.5 -> 40 \(late: .*20.% of the points.*; its points are scaled to 40\)/,
  );
  expect(stored('ada').points).toBe(12.5);
  const { startedAt } = stored('ada');
  expect((await run('regrade', out, '-a', milder, '--write')).code).toBe(0);
  expect(stored('ada')).toMatchObject({ points: 40, maxPoints: 40, startedAt, late: { share: 0.2, points: 10 } });
});
