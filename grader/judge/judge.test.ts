import { beforeAll, describe, expect, test } from 'vitest';
import { type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { computeOracle, type Oracle } from '../oracle/oracle.ts';
import type { ExerciseRecord } from '../record/record.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { misspeltAs } from '../text/did-you-mean.ts';
import { judgeExercise } from './judge.ts';
import { missingRecord } from './unjudged.ts';

const SHARES = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const LIMITS = { ticks: 300, memoryMiB: 32 };

const exercises = new Map<string, { located: LocatedExercise; oracle: Oracle }>();

beforeAll(async () => {
  for (const located of await loadExercises(new Set(['softmax', 'adam', 'categoricalCrossEntropy', 'conv2d']))) {
    exercises.set(located.name, { located, oracle: await computeOracle(located, 7, null) });
  }
});

async function judge(name: string, code: string): Promise<ExerciseRecord> {
  const known = exercises.get(name);
  if (!known) throw new Error(`no oracle for ${name}`);
  const sandbox = await Sandbox.open([{ path: 'ada.ts', code }], LIMITS);
  try {
    const { record } = await judgeExercise(known.located, sandbox, known.oracle, 10, SHARES);
    return record;
  } finally {
    sandbox.dispose();
  }
}

/** A right softmax, with places to put something else. */
const softmax = ({ shift = 'Math.max(...row)', before = '', element = 'x / s' } = {}): string => `
  export function softmax(logits: number[][]): number[][] {
    ${before}
    return logits.map((row) => {
      const m = ${shift};
      const e = row.map((z) => Math.exp(z - m));
      const s = e.reduce((a, b) => a + b, 0);
      return e.map((x) => ${element});
    });
  }`;

describe('the status of an exercise', () => {
  const cases: [title: string, code: string, status: string, misconception: string | null][] = [
    ['right', softmax(), 'correct', null],
    [
      'right, as Float64Arrays',
      softmax().replace('return e.map((x) => x / s)', 'return Float64Array.from(e, (x) => x / s)'),
      'correct',
      null,
    ],
    ['the maximum left in', softmax({ shift: '0' }), 'unstable', 'softmax/no-maximum'],
    [
      'one maximum for all rows',
      softmax({ shift: 'Math.max(...logits.flat())' }),
      'unstable',
      'softmax/one-maximum-for-all-rows',
    ],
    [
      'within the budget in each call, and far beyond it in all',
      softmax({ before: 'for (let i = 0; i < 500_000; i++);' }),
      'timeout',
      null,
    ],
    ['rounded to float32', softmax({ element: 'Math.fround(x / s)' }), 'wrong', null],
    ['wrong for a batch of 3 only', softmax({ element: 'x / s + (logits.length === 3 ? 1e-6 : 0)' }), 'wrong', null],
    ['a literal zero matrix', 'export const softmax = (z) => z.map((row) => row.map(() => 0));', 'wrong', null],
    ['the logits given back', 'export const softmax = (z) => z;', 'wrong', null],
    ['a promise', 'export async function softmax(z) { return z; }', 'wrong', null],
    ['NaN everywhere', 'export const softmax = (z) => z.map((row) => row.map(() => NaN));', 'wrong', null],
    ['another shape', 'export const softmax = (z) => z[0];', 'wrong', null],
    ['throws for one row', softmax({ before: 'if (logits.length === 1) throw new Error("no batch");' }), 'error', null],
    ['the stub', 'export function softmax(z) { throw new Error("softmax is not written yet"); }', 'error', null],
    ['never ends', softmax({ before: 'for (;;);' }), 'timeout', null],
    ['never ends on large input', softmax({ before: 'while (logits[0][0] > 500);' }), 'unstable', null],
    ['eats memory', softmax({ before: 'const a = []; for (;;) a.push(new Array(1e5).fill(1));' }), 'memory', null],
  ];
  test.each(cases)('%s', async (_, code, status, misconception) => {
    const record = await judge('softmax', code);
    expect(record).toMatchObject({ status, misconception });
  });

  test('state kept between calls is found', async () => {
    const record = await judge(
      'softmax',
      `let calls = 0; ${softmax({ element: 'x / s + (calls++ > 400 ? 1e-3 : 0)' })}`,
    );
    expect(record.status).toBe('wrong');
  });
});

test('what differs beside a named error is noted in the record', async () => {
  const record = await judge(
    'adam',
    `export function adam({ theta, m, v, t }, g, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {}) {
       const ms = m.map((x, i) => beta1 * x + (1 - beta1) * g[i]), vs = v.map((x, i) => beta2 * x + (1 - beta2) * g[i] ** 2);
       return { theta: theta.map((w, i) => w - (learningRate * ms[i]) / (Math.sqrt(vs[i]) + epsilon)), m: ms, v: vs, t: t + 1 };
     }`,
  );
  expect(record).toMatchObject({
    misconception: 'adam/no-bias-correction',
    notes: ['The default of epsilon differs: 1e-8 for 1e-7.'],
  });
});

describe('points', () => {
  test('all for a right one', async () => {
    expect(await judge('softmax', softmax())).toMatchObject({
      points: 10,
      agreement: 1,
      counterexample: null,
      message: null,
    });
  });

  test('0.85 for an unstable one', async () => {
    expect((await judge('softmax', softmax({ shift: '0' }))).points).toBe(8.5);
  });

  test.each([
    ['zeros', 'export const softmax = (z) => z.map((row) => row.map(() => 0));'],
    ['ones', 'export const softmax = (z) => z.map((row) => row.map(() => 1));'],
    ['an argument given back', 'export const softmax = (z) => z;'],
    ['the stub', 'export function softmax(z) { throw new Error("not yet"); }'],
  ])('none for %s', async (_, code) => {
    expect((await judge('softmax', code)).points).toBe(0);
  });

  test('less for changing an argument', async () => {
    const record = await judge(
      'softmax',
      softmax({ before: 'const first = logits; logits = structuredClone(logits); first[0][0] += 1;' }),
    );
    expect(record).toMatchObject({ status: 'correct', points: 9.5 });
    expect(record.checks.find(({ kind }) => kind === 'purity')?.passed).toBe(false);
  });

  test('less for not refusing what the row marks with !', async () => {
    const record = await judge(
      'categoricalCrossEntropy',
      `export function categoricalCrossEntropy(y, t, { fromLogits = false } = {}) {
         let sum = 0;
         y.forEach((row, i) => {
           const m = Math.max(...row);
           const l = fromLogits ? m + Math.log(row.reduce((a, z) => a + Math.exp(z - m), 0)) : 0;
           const target = Array.isArray(t[i]) ? t[i] : row.map((_, j) => (j === t[i] ? 1 : 0));
           row.forEach((z, j) => { if (target[j] !== 0) sum -= target[j] * (fromLogits ? z - l : Math.log(z)); });
         });
         return sum / y.length;
       }`,
    );
    expect(record).toMatchObject({ status: 'correct', points: 9.5 });
    expect(record.message).toMatch('does not throw on illegal input');
  });
});

describe('the counterexample', () => {
  test('is small, says where and by how much, and is not the first that failed', async () => {
    const { counterexample } = await judge(
      'softmax',
      softmax({ element: 'x / s + (logits.length > 1 && row.length > 1 ? 0.5 : 0)' }),
    );
    expect(counterexample).toMatchObject({ index: [0, 0], error: expect.any(Number), allowed: expect.any(Number) });
    const [logits] = (counterexample?.args ?? []) as [number[][]];
    expect(logits).toHaveLength(2);
    expect(logits[0]).toHaveLength(2);
    expect(counterexample?.got).toBeCloseTo((counterexample?.expected as number) + 0.5, 6);
  });

  test('is the same for the same source and seed', async () => {
    const code = softmax({ element: 'x / (s + 1e-3)' });
    expect(await judge('softmax', code)).toEqual(await judge('softmax', code));
  });

  test('of an error names the line of the source', async () => {
    const record = await judge(
      'softmax',
      'type M = number[][];\n\nexport function softmax(z: M): M {\n  throw new TypeError("no");\n}\n',
    );
    expect(record).toMatchObject({ status: 'error', line: 'ada.ts:4', message: 'throws: TypeError: no' });
  });
});

test('a misspelt name is offered only to the exercise that it comes closest to', () => {
  const exercises = ['softmax', 'logSoftmax'];
  const messages = exercises.map((name) => missingRecord(name, 10, misspeltAs(name, ['softMax'], exercises)).message);
  expect(messages).toEqual([
    'no function softmax is exported; rename softMax, if that is the one',
    'no function logSoftmax is exported',
  ]);
});
