import { beforeAll, describe, expect, test } from 'vitest';
import { type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { plain } from '../../properties/entry/subject.ts';
import { mapNumbers, numbersOf } from '../../properties/values/tree.ts';
import type { Value } from '../../properties/values/value.ts';
import { computeOracle, type JudgedCase, type Oracle } from '../oracle/oracle.ts';
import { type Answer, faultOf } from './answers.ts';
import { relationOf } from './relation.ts';

const NAMES = ['softmax', 'sigmoid', 'meanSquaredError', 'biasGradient', 'adam', 'denseLayer', 'step', 'lstm'];
const exercises = new Map<string, { located: LocatedExercise; oracle: Oracle }>();

beforeAll(async () => {
  for (const located of await loadExercises(new Set(NAMES))) {
    exercises.set(located.name, { located, oracle: await computeOracle(located, 11, null) });
  }
});

/** What is said of a submission that makes this of the right value. */
function said(name: string, wrong: (right: any, args: any[]) => Value, args: Value[] = []): string | null {
  const known = exercises.get(name);
  if (known === undefined) throw new Error(`no oracle for ${name}`);
  const right = plain(known.located.entry, known.located.entry.reference);
  const answers = known.oracle.mild.map((item): Answer<JudgedCase> => {
    const value = wrong(right(item.args), [...item.args]);
    const outcome = { kind: 'value', value, changed: false } as const;
    return { item, outcome, fault: faultOf(outcome, item) };
  });
  return relationOf(known.located.entry, answers)?.(args) ?? null;
}

const each =
  (f: (x: number) => number) =>
  (value: Value): Value =>
    mapNumbers(value, f);

describe('all wrong values are in words', () => {
  test.each<[words: string, name: string, wrong: (x: number) => number]>([
    ['twice the expected value', 'softmax', (x) => 2 * x],
    ['half of the expected value', 'softmax', (x) => x / 2],
    ['the negative of the expected value', 'biasGradient', (x) => -x],
    ['the absolute value of the expected one', 'biasGradient', Math.abs],
    ['1 minus the expected value', 'sigmoid', (x) => 1 - x],
    ['the reciprocal of the expected value', 'sigmoid', (x) => 1 / x],
    ['the square of the expected value', 'sigmoid', (x) => x * x],
    ['the logarithm of the expected value', 'sigmoid', Math.log],
    ['3 times the expected value', 'softmax', (x) => 3 * x],
    ['1/4 of the expected value', 'softmax', (x) => x / 4],
    ['1/(ln 2) times the expected value', 'sigmoid', (x) => x / Math.LN2],
    ['0.9 times the expected value', 'softmax', (x) => 0.9 * x],
    ['the expected value plus 1', 'softmax', (x) => x + 1],
    ['the expected value less 0.5', 'sigmoid', (x) => x - 0.5],
    ['rounded to 4 decimals', 'sigmoid', (x) => Number(x.toFixed(4))],
    ['rounded to float32 (by a Float32Array or Math.fround): compute in plain numbers', 'softmax', Math.fround],
  ])('%s', (words, name, wrong) => {
    expect(said(name, each(wrong))).toBe(words);
  });

  test('a factor that is a size of an argument is called N, with its value in the counterexample', () => {
    const batch = (right: Value, [x]: any[]): Value => mapNumbers(right, (value) => value * x.length);
    const y = [[1], [2], [3]];
    expect(said('meanSquaredError', batch, [y, y])).toBe('N times the expected value, N the batch (N = 3 here)');
    const units = (right: Value, [deltas]: any[]): Value =>
      mapNumbers(right, (value) => (2 * value) / deltas[0].length);
    expect(said('biasGradient', units, [[[1, 2]]])).toBe('2/N of the expected value, N the units (N = 2 here)');
    const entries = (right: Value, [y]: any[]): Value => mapNumbers(right, (value) => value / numbersOf(y).length);
    expect(said('meanSquaredError', entries, [y, y])).toBe(
      '1/N of the expected value, N the entries of y (N = 3 here)',
    );
  });

  test('only the wrong part of a record counts', () => {
    expect(said('adam', (right) => ({ ...right, m: right.m.map((x: number) => 2 * x) }))).toBe(
      'twice the expected value',
    );
  });

  test('a relation that right answers contradict is said to hold where it differs', () => {
    const sometimes = (right: Value, [deltas]: any[]): Value =>
      deltas[0][0] > 0 ? mapNumbers(right, (x) => 2 * x) : right;
    expect(said('biasGradient', sometimes)).toBe('where it differs, twice the expected value');
  });
});

describe('where it is wrong, if it is right everywhere else', () => {
  test.each<[words: string, name: string, isWrong: (...args: any[]) => boolean]>([
    ["where reduction is 'sum'", 'biasGradient', (_, reduction) => reduction === 'sum'],
    ["where activation is 'tanh'", 'denseLayer', (_x, _w, _b, activation) => activation === 'tanh'],
    ['where threshold is not 0', 'step', (_, threshold = 0) => threshold !== 0],
    ['where N > 1, N the batch', 'softmax', (logits) => logits.length > 1],
    ['where N = 1, N the units', 'biasGradient', (deltas) => deltas[0].length === 1],
  ])('%s', (words, name, isWrong) => {
    const odd = (right: Value, args: any[]): Value =>
      isWrong(...args) ? mapNumbers(right, (x) => Math.sin(40 * x) + 2) : right;
    expect(said(name, odd)).toBe(`right except ${words}`);
  });

  test('with what is given there', () => {
    const double = (right: Value, [, reduction]: any[]): Value =>
      reduction === 'sum' ? mapNumbers(right, (x) => 2 * x) : right;
    expect(said('biasGradient', double)).toBe("right except where reduction is 'sum'; there twice the expected value");
  });

  test('nothing if what is right elsewhere is right by any formula', () => {
    const odd = (right: Value, [logits]: any[]): Value =>
      logits[0].length > 1 ? mapNumbers(right, (x) => Math.sin(40 * x) + 2) : right;
    expect(said('softmax', odd)).toBeNull();
  });

  test('nothing if one answer elsewhere is wrong', () => {
    let odd = 0;
    const wrong = (right: Value, [, reduction]: any[]): Value =>
      reduction === 'sum' || odd++ === 0 ? mapNumbers(right, (x) => Math.sin(40 * x) + 2) : right;
    expect(said('biasGradient', wrong)).toBeNull();
  });
});

describe('another form of the right value', () => {
  test.each<[words: RegExp, name: string, wrong: (right: any) => Value]>([
    [/^the right value inside an array/, 'sigmoid', (x) => [x]],
    [/^true and false for 1 and 0/, 'step', (x) => x === 1],
    [/^a text/, 'sigmoid', (x) => x.toFixed(3)],
    [/^the right numbers in one flat array/, 'softmax', (x) => x.flat()],
    [/^the right values as a list/, 'adam', ({ theta, m, v, t }) => [theta, m, v, t]],
    [
      /^the right values transposed/,
      'denseLayer',
      (x) => x[0].map((_: Value, j: number) => x.map((r: Value[]) => r[j])),
    ],
    [/^the right theta alone: return a record/, 'adam', ({ theta }) => theta],
    [/^the last step alone/, 'lstm', (x) => x.map((steps: Value[]) => steps.at(-1))],
    [/^the right value in a field of a record/, 'softmax', (data) => ({ rows: data.length, data })],
    [
      /^the right values under other names: the record has the fields theta, m, v, t/,
      'adam',
      ({ theta, ...rest }) => ({ params: theta, ...rest }),
    ],
  ])('%s', (words, name, wrong) => {
    expect(said(name, wrong)).toMatch(words);
  });
});

describe('nothing is said', () => {
  test.each<[title: string, name: string, wrong: (right: any, args: any[]) => Value]>([
    ['where one value breaks the relation', 'softmax', (x) => mapNumbers(x, (p: number) => (p === 1 ? 1.5 : 2 * p))],
    ['where all values are alike', 'step', (x) => 2 * x],
    ['of NaN', 'softmax', each(() => Number.NaN)],
    ['where some have another form', 'softmax', (x) => (x.length > 1 ? mapNumbers(x, (p: number) => 2 * p) : x[0])],
    ['where everything is right', 'softmax', (x) => x],
  ])('%s', (_, name, wrong) => {
    expect(said(name, wrong)).toBeNull();
  });
});
