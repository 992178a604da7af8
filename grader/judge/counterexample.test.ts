import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadExercises } from '../../exercises/exercises.ts';
import { fromJson } from '../../properties/values/value.ts';
import { computeOracle } from '../oracle/oracle.ts';
import type { CounterexampleRecord, ExerciseRecord } from '../record/record.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { drawing, originOf } from '../secret/secret.ts';
import { judgeExercise } from './judge.ts';

// That a counterexample shows the fault that is named is asserted of every honest submission: grader/honest/shown-fault.ts.

const SHARES = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const LIMITS = { ticks: 300, memoryMiB: 32 };
const SEED = 7;

async function judge(name: string, code: string): Promise<ExerciseRecord> {
  const [located] = await loadExercises(new Set([name]));
  if (!located) throw new Error(`unknown exercise ${name}`);
  const oracle = await computeOracle(located, SEED, null);
  const sandbox = await Sandbox.open([{ path: 'ada.js', code }], LIMITS);
  try {
    return (await judgeExercise(located, sandbox, oracle, 10, SHARES)).record;
  } finally {
    sandbox.dispose();
  }
}

const OVER_BATCH = `export const softmax = (z) => {
  const e = z.map((row) => row.map(Math.exp));
  return e.map((row) => row.map((x, j) => x / e.reduce((sum, other) => sum + other[j], 0)));
};`;

/** Off by a quarter for three classes or more, and by next to nothing for fewer. */
const SMALL_OR_LARGE = `export const softmax = (z) => z.map((row) => {
  const m = Math.max(...row), e = row.map((x) => Math.exp(x - m)), s = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / s + (row.length > 2 ? 0.25 : 1e-7));
});`;

test('is drawn by its seed and path', async () => {
  const { counterexample } = await judge('softmax', OVER_BATCH);
  const [located] = await loadExercises(new Set(['softmax']));
  const { args, seed, path } = counterexample as CounterexampleRecord;
  const [drawn] = fc.sample(located?.entry.inputs as fc.Arbitrary<unknown[]>, {
    ...drawing(originOf(seed as number, 'softmax'), 'mild'),
    path: path as string,
    numRuns: 1,
  });
  expect(drawn).toEqual(args.map(fromJson));
});

test('of a fault without a name shows a large difference rather than a small input', async () => {
  const { counterexample, misconception } = await judge('softmax', SMALL_OR_LARGE);
  expect(misconception).toBeNull();
  expect(counterexample?.error).toBeCloseTo(0.25);
  const [logits] = (counterexample?.args ?? []) as [number[][]];
  expect(logits.map((row) => row.length)).toEqual([3]);
});

/** Returns the corrected moments, and has another rate and another epsilon where none is given. */
const STORED_WITH_DEFAULTS = `export function adam(s, g, { learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {}) {
  const t = s.t + 1;
  const m = g.map((x, i) => (beta1 * s.m[i] + (1 - beta1) * x) / (1 - beta1 ** t));
  const v = g.map((x, i) => (beta2 * s.v[i] + (1 - beta2) * x * x) / (1 - beta2 ** t));
  return { theta: s.theta.map((w, i) => w - (learningRate * m[i]) / (Math.sqrt(v[i]) + epsilon)), m, v, t };
}`;

test('shows the fault that is named where the deviation beside it has no part', async () => {
  const { counterexample, misconception } = await judge('adam', STORED_WITH_DEFAULTS);
  expect(misconception).toBe('adam/corrected-moments-stored');
  expect(counterexample?.index[0]).not.toBe('theta');
});

/** A sum over the batch in which logits are taken for probabilities. */
const SUMMED_OF_LOGITS = `export const categoricalCrossEntropy = (y, t) =>
  y.reduce((sum, row, n) => sum - (Array.isArray(t[n]) ? row.reduce((s, p, k) => s + (t[n][k] && t[n][k] * Math.log(p)), 0) : Math.log(row[t[n]])), 0);`;

test('of a sum over the batch has a batch, whatever option goes unread beside it', async () => {
  const { counterexample, misconception } = await judge('categoricalCrossEntropy', SUMMED_OF_LOGITS);
  expect(misconception).toBe('categoricalCrossEntropy/summed');
  const [y, , options] = (counterexample?.args ?? []) as [number[][], unknown, { fromLogits?: boolean } | undefined];
  expect(y.length).toBeGreaterThan(1);
  expect(options?.fromLogits ?? false).toBe(false);
});

test('tells the fault that is named from the other ones', async () => {
  // [[0], [0]] would be off by as much, and softmax over the batch gives the same there.
  const overAll = `export const softmax = (z) => {
    const e = z.map((row) => row.map(Math.exp)), s = e.flat().reduce((a, b) => a + b, 0);
    return e.map((row) => row.map((x) => x / s));
  };`;
  const { counterexample, misconception } = await judge('softmax', overAll);
  expect(misconception).toBe('softmax/over-all');
  const [logits] = (counterexample?.args ?? []) as [number[][]];
  expect([logits.length, logits[0]?.length]).toEqual([2, 2]);
});

test('of an unstable one is the failure that its hint is about', async () => {
  const noMaximum = `export const softmax = (z) => z.map((row) => {
    const e = row.map(Math.exp), s = e.reduce((a, b) => a + b, 0);
    return e.map((x) => x / s);
  });`;
  const { counterexample, misconception } = await judge('softmax', noMaximum);
  expect(misconception).toBe('softmax/no-maximum');
  expect(counterexample).toMatchObject({ got: 'NaN', error: 'Infinity' });
});
