import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { exercisePaths, type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { nameOf } from '../../properties/entry/entries.ts';
import { readSingle } from '../class/read-submission.ts';
import { judgeExercise } from '../judge/judge.ts';
import { computeOracle, type Oracle } from '../oracle/oracle.ts';
import type { ExerciseRecord } from '../record/record.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { type Expectation, expectationOf } from './expectation.ts';
import { unclearIn } from './shown-fault.ts';

// Submissions by people who had read the contract and not our code, each in the folder of its formula, under a name that
// says the verdict that the contract gives it: training/softmax/wrong--over-batch--columns.ts, a file or a folder.

const SHARES = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const LIMITS = { ticks: 300, memoryMiB: 32, sourceKiB: 512 };
const SEED = Number(process.env['BACKPROOF_SEED'] ?? 7);
const POINTS = 10;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HONEST = 'grader/honest';

/** The names in a folder, sorted; hidden ones (of an editor, of macOS) are left out. */
function namesIn(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder))
    .filter((name) => !name.startsWith('.'))
    .sort();
}

/** What a verdict says, in a few words: `wrong softmax/over-batch`, or `correct, loses purity`. */
function shown(status: string, misconception: string | null, losses: readonly string[]): string {
  const verdict = misconception === null ? status : `${status} ${misconception}`;
  return [verdict, ...losses.map((loss) => `loses ${loss}`)].join(', ');
}

function expectedOf(name: string, { status, misconception, losses }: Expectation): string {
  return shown(status, misconception === null ? null : `${name}/${misconception}`, losses);
}

function verdictOf({ status, misconception, checks, points }: ExerciseRecord): string {
  const lost = checks.filter(({ passed }) => !passed);
  const losses = status === 'correct' ? lost.map(({ kind }) => kind) : [];
  const whole = status !== 'correct' || points === POINTS * (1 - 0.05 * losses.length);
  return shown(status, misconception, losses) + (whole ? '' : `, ${points} points`);
}

async function judge(located: LocatedExercise, oracle: Oracle, path: string): Promise<ExerciseRecord> {
  const { files, problem } = await readSingle(join(ROOT, path), LIMITS);
  if (problem !== null) throw new Error(`${path}: ${problem}`);
  const sandbox = await Sandbox.open(files, LIMITS);
  try {
    const [failure] = sandbox.failures;
    if (failure) throw new Error(`${path}: ${failure.line ?? failure.file}: ${failure.message}`);
    const { record } = await judgeExercise(located, sandbox, oracle, POINTS, SHARES);
    return record;
  } finally {
    sandbox.dispose();
  }
}

test('every folder of submissions is that of an exercise', () => {
  const topics = readdirSync(join(ROOT, HONEST), { withFileTypes: true }).filter((item) => item.isDirectory());
  const folders = topics.flatMap((topic) => namesIn(`${HONEST}/${topic.name}`).map((name) => `${topic.name}/${name}`));
  const known = new Set(exercisePaths());
  const stray = folders.filter((path) => !known.has(path));
  expect(stray.map((path) => `${HONEST}/${path}: there is no exercises/${path}`)).toEqual([]);
});

describe.each(exercisePaths().map((path) => [nameOf(path), path] as const))('%s', (name, path) => {
  const folder = `${HONEST}/${path}`;
  const submissions = namesIn(folder);
  let located: LocatedExercise;
  let oracle: Oracle;

  beforeAll(async () => {
    [located] = (await loadExercises(new Set([name]))) as [LocatedExercise];
    oracle = await computeOracle(located, SEED, null);
  });

  test('has an honest submission', () => {
    expect(submissions.length, `${folder}: add at least one, such as correct--plain-loops.ts`).toBeGreaterThan(0);
  });

  test.each(submissions)('%s', async (submission) => {
    const at = `${folder}/${submission}`;
    const expected = expectedOf(name, expectationOf(at));
    const record = await judge(located, oracle, at);
    expect(verdictOf(record), at).toBe(expected);
    const named = located.entry.misconceptions.find(({ id }) => id === record.misconception);
    const { args, got, expected: right } = record.counterexample ?? {};
    expect(unclearIn(record, named?.cancels ?? false), JSON.stringify({ at, args, got, right })).toEqual([]);
  });
});
