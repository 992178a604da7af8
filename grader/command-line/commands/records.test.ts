import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { type Ran, run } from './command-fixture.ts';

// What can be done with a folder of results once it is there: replay, decide and regrade, over one small class.

const UNSTABLE = `export const softmax = (logits) => logits.map((row) => {
  const e = row.map((z) => Math.exp(z));
  const s = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / s);
});
export const relu = (z) => z < 0 ? -z : z;`;

let folder: string;
let out: string;
let assignment: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backproof-records-'));
  out = join(folder, 'out');
  assignment = join(folder, 'w.json');
  mkdirSync(join(folder, 'class'));
  setPoints(10);
  writeFileSync(join(folder, 'class', 'ada.js'), UNSTABLE);
  writeFileSync(join(folder, 'class', 'bob.js'), UNSTABLE);
  expect((await grade()).code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function setPoints(softmax: number): void {
  const exercises = [
    { name: 'softmax', points: softmax },
    { name: 'relu', points: 2 },
  ];
  writeFileSync(assignment, JSON.stringify({ title: 'W', exercises }));
}

function grade(): Promise<Ran> {
  return run('grade', join(folder, 'class'), '-a', assignment, '-o', out, '--seed', '3', '--jobs', '1');
}

function stored(id: string): SubmissionRecord {
  const lines = readFileSync(join(out, 'results.jsonl'), 'utf8').trim().split('\n');
  const records = lines.map((line) => JSON.parse(line) as SubmissionRecord);
  return records.find(({ submission }) => submission === id) as SubmissionRecord;
}

function exerciseOf(id: string, name: string): ExerciseRecord {
  return stored(id).exercises.find((exercise) => exercise.name === name) as ExerciseRecord;
}

test('equal sources have one verdict, each with its own file name, and name each other', () => {
  const [ada, bob] = [stored('ada'), stored('bob')];
  expect(ada.similarTo).toEqual(['bob']);
  expect(bob.similarTo).toEqual(['ada']);
  expect(exerciseOf('bob', 'softmax').line).toBe('bob.js:1');
  const named = JSON.parse(JSON.stringify(ada.exercises).replaceAll('ada.js', 'bob.js')) as unknown;
  expect(bob.exercises).toEqual(named);
});

describe('replay', () => {
  test('reproduces a verdict bit for bit and shows its counterexample', async () => {
    const { code, out: text } = await run('replay', 'ada', '-o', out, '--exercise', 'softmax');
    expect(code).toBe(0);
    expect(text).toContain('reproduced, bit for bit');
    expect(text).toContain('got      NaN');
    expect(text).toContain(`${stored('ada').sourceHash}, as recorded`);
  });

  test('says what differs once the source is another', async () => {
    const path = join(folder, 'class', 'ada.js');
    writeFileSync(path, UNSTABLE.replace('Math.exp(z)', 'Math.exp(z - Math.max(...row))'));
    const { code, out: text } = await run('replay', 'ada', '-o', out, '--exercise', 'softmax', '--json');
    writeFileSync(path, UNSTABLE);
    expect(code).toBe(1);
    const replayed = JSON.parse(text) as { reproduced: boolean; differs: string[]; now: ExerciseRecord };
    expect(replayed).toMatchObject({ reproduced: false, now: { status: 'correct' } });
    expect(replayed.differs).toContain('status');
  });

  test.each([
    [['adda', '-e', 'softmax'], 'did you mean ada'],
    [['ada', '-e', 'sofmax'], 'did you mean softmax'],
    [['ada'], '--exercise: softmax, relu'],
  ])('answers %s with one clear line', async (words, message) => {
    const { code, err } = await run('replay', ...words, '-o', out);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('decide and regrade', () => {
  test('a decision has its reason and stays through a regrade and a further run', async () => {
    const words = ['decide', out, 'ada', '-e', 'relu'];
    expect((await run(...words, '--points', '1')).code).toBe(2);
    expect((await run(...words, '--points', '1', '--reason', ' ')).code).toBe(2);
    expect((await run(...words, '--points', '3', '--reason', 'x')).code).toBe(2);
    expect((await run(...words, '--accept', '--reason', 'x')).code).toBe(2);
    expect((await run(...words, '--follow-through', '--reason', 'x')).code).toBe(2);
    const before = stored('ada').points as number;
    expect((await run(...words, '--points', '1.5', '--reason', 'asked in person')).code).toBe(0);
    const verdict = exerciseOf('bob', 'relu').points;
    expect(exerciseOf('ada', 'relu')).toMatchObject({
      points: 1.5,
      decision: { kind: 'points', points: 1.5, verdictPoints: verdict, reason: 'asked in person' },
    });
    expect(stored('ada').points).toBeCloseTo(before + 1.5 - verdict, 6);
    expect((await run('replay', 'ada', '-o', out, '-e', 'relu')).code).toBe(0);

    setPoints(20);
    const untouched = readFileSync(join(out, 'results.jsonl'), 'utf8');
    const dry = await run('regrade', out, '-a', assignment, '--json', '--jobs', '1');
    expect(readFileSync(join(out, 'results.jsonl'), 'utf8')).toBe(untouched);
    const { rows } = JSON.parse(dry.out) as { rows: { submission: string; before: number; after: number }[] };
    expect(rows.map(({ submission, before: b, after: a }) => [submission, a - b])).toEqual([
      ['ada', 8.5],
      ['bob', 8.5],
    ]);
    const wet = await run('regrade', out, '-a', assignment, '--write', '--jobs', '1');
    expect(wet.out).toMatch(/ada +10 +18\.5 +softmax 8\.5 -> 17 \(counts 20, not 10\)/);
    expect(exerciseOf('ada', 'relu')).toMatchObject({ points: 1.5, decision: { reason: 'asked in person' } });
    expect(await grade()).toMatchObject({ code: 0 });
    expect(stored('ada').points).toBe(18.5);

    expect((await run(...words, '--withdraw')).code).toBe(0);
    expect(exerciseOf('ada', 'relu')).toMatchObject({ points: verdict, decision: null });
  });
});

test.each([
  ['results.csv', /results\.csv exists and is not a report of backproof: move it away, or name another folder/],
  ['report.html', /report\.html exists and is not a report of backproof/],
  ['run.json', /run\.json exists and was not written by backproof/],
])('a %s of somebody else is not replaced, and nothing is written beside it', async (name, message) => {
  const foreign = mkdtempSync(join(folder, 'foreign-'));
  writeFileSync(join(foreign, name), 'mine');
  const { code, err } = await run('grade', join(folder, 'class'), '-a', assignment, '-o', foreign, '--jobs', '1');
  expect(err).toMatch(message);
  expect(code).toBe(2);
  expect(readdirSync(foreign)).toEqual([name]);
  expect(readFileSync(join(foreign, name), 'utf8')).toBe('mine');
});

test('a table with notes in it is not replaced, by a decision neither', async () => {
  const table = join(out, 'results.csv');
  const before = readFileSync(table, 'utf8');
  writeFileSync(table, `${before}a note\n`);
  const points = stored('ada').points;
  const { code, err } = await run('decide', out, 'ada', '-e', 'softmax', '--points', '1', '--reason', 'x');
  expect(err).toMatch(/results\.csv was changed since it was written: move it away/);
  expect(code).toBe(2);
  expect(stored('ada').points).toBe(points);
  writeFileSync(table, before);
});

test('--json says whose each file of a report is', async () => {
  const { out: printed } = await run('report', out, '-f', 'check50', '--out', join(folder, 'c50'), '--json');
  const { ofStudents } = JSON.parse(printed) as { ofStudents: unknown };
  expect(ofStudents).toEqual(
    ['ada', 'bob'].map((student) => ({ student, files: [join(folder, 'c50', `${student}.json`)] })),
  );
});
