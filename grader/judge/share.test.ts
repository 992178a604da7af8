import { beforeAll, describe, expect, test } from 'vitest';
import { type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { plain } from '../../properties/entry/subject.ts';
import type { Value } from '../../properties/values/value.ts';
import { casesOf } from '../oracle/cases.ts';
import { computeOracle, type Oracle } from '../oracle/oracle.ts';
import { PUBLIC_SEED } from '../oracle/public-seed.ts';
import type { ExerciseRecord } from '../record/record.ts';
import { originOf } from '../secret/secret.ts';
import { ask, type Student } from './answers.ts';
import { judgeExercise } from './judge.ts';
import { shareOf } from './share.ts';

const SHARES = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const KEY = '0123456789abcdef0123456789abcdef';

let located: LocatedExercise;
let oracle: Oracle;
let right: (args: readonly Value[]) => Value;

beforeAll(async () => {
  [located] = (await loadExercises(new Set(['relu']))) as [LocatedExercise];
  oracle = await computeOracle(located, KEY, null);
  right = plain(located.entry, located.entry.reference);
});

function student(compute: (args: readonly Value[], call: number) => Value): Student & { calls: number } {
  const made = {
    functions: new Map([['relu', 'ours']]),
    lines: new Map(),
    characters: 0,
    forget: () => undefined,
    ticks: 0,
    maxTicks: Number.POSITIVE_INFINITY,
    calls: 0,
    call: (_: string, args: readonly Value[]) => {
      made.calls += 1;
      return { kind: 'value' as const, value: compute(args, made.calls), changed: false };
    },
  };
  return made;
}

async function judged(compute: (args: readonly Value[], call: number) => Value): Promise<ExerciseRecord> {
  return (await judgeExercise(located, student(compute), oracle, 10, SHARES, false)).record;
}

describe('of a function of numbers alone', () => {
  test('a fault in each hundredth call is found', async () => {
    for (const first of [0, 33, 99]) {
      const { status } = await judged((args, call) => (call % 100 === first ? 99 : right(args)));
      expect(status).toBe('wrong');
    }
  });

  test('at least 200 drawn mild inputs are asked', () => {
    expect(oracle.mild.filter(({ name }) => /^draw \d+$/.test(name)).length).toBeGreaterThanOrEqual(200);
  });
});

describe('the share of a wrong submission', () => {
  test('is that of many more draws than decide the status', async () => {
    const halves = student(([z], call) => (call % 2 ? 99 : right([z])));
    const share = shareOf(located, halves, oracle, [], () => false);
    expect(halves.calls).toBeGreaterThan(100);
    expect(share.agreement).toBeCloseTo(0.5, 2);
  });

  test('is nothing for what is right on edges and on what the public seed draws', async () => {
    const known = new Map<string, Value>();
    const { mild, extreme } = casesOf(located, originOf(PUBLIC_SEED, 'relu'));
    for (const { args } of [...mild, ...extreme, ...oracle.mild.filter(({ path }) => path === null)])
      known.set(JSON.stringify(args), right(args));
    const { status, agreement, points } = await judged((args) => known.get(JSON.stringify(args)) ?? 99);
    expect({ status, agreement, points }).toEqual({ status: 'wrong', agreement: 0, points: 0 });
  });

  test('is nothing for who is wrong on all that decided the status, without a further call', () => {
    const wrong = student(() => 99);
    const mild = oracle.mild.map((item) => ask(wrong, 'relu', item));
    const { calls } = wrong;
    expect(shareOf(located, wrong, oracle, mild, () => false).agreement).toBe(0);
    expect(wrong.calls).toBe(calls);
  });

  test('is measured on the calls that were made before the budget was spent', () => {
    let calls = 0;
    const wrong = student((args) => (++calls > 10 ? 99 : right(args)));
    expect(shareOf(located, wrong, oracle, [], () => calls >= 20).agreement).toBe(0.5);
  });

  test('is that of a right function where only a law is broken or state is kept', async () => {
    expect(shareOf(located, student(right), oracle, [], () => false).agreement).toBe(1);
  });

  test('on the public seed counts what the public seed draws', async () => {
    const own = await computeOracle(located, PUBLIC_SEED, null);
    expect(shareOf(located, student(right), own, [], () => false).agreement).toBe(1);
  });
});
