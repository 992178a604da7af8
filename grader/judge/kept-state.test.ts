import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadExercises } from '../../exercises/exercises.ts';
import { fromJson } from '../../properties/values/value.ts';
import { computeOracle } from '../oracle/oracle.ts';
import type { CounterexampleRecord, ExerciseRecord } from '../record/record.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { drawing, originOf } from '../secret/secret.ts';
import { judgeExercise } from './judge.ts';

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

const KEPT = /^right when it is called first, wrong .*, because something is kept between calls: /;

/** An Adam with places for what is kept. */
const adam = ({ before = '', first = '', m = 'state.m', v = 'state.v', t = 'state.t + 1', next = '' } = {}): string => `
  ${before}
  export function adam(state, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
    ${first}
    const m2 = gradient.map((g, i) => beta1 * (${m})[i] + (1 - beta1) * g);
    const v2 = gradient.map((g, i) => beta2 * (${v})[i] + (1 - beta2) * g * g);
    const t = ${t}, [c1, c2] = [1 - beta1 ** t, 1 - beta2 ** t];
    const result = { theta: state.theta.map((x, i) => x - learningRate * m2[i] / c1 / (Math.sqrt(v2[i] / c2) + epsilon)), m: m2, v: v2, t: ${next || 't'} };
    ${before === '' ? '' : 'kept = result;'}
    return result;
  }`;

const NOTHING = 'let kept = { m: [0, 0, 0, 0, 0, 0], v: [0, 0, 0, 0, 0, 0], t: 0 };';

test.each([
  ['nothing', adam(), null],
  ['the moments and the step count', adam({ before: NOTHING, m: 'kept.m', v: 'kept.v', t: 'kept.t + 1' }), KEPT],
  ['the step count', adam({ before: NOTHING, t: 'kept.t + 1' }), KEPT],
  [
    'the step count beside the one that is given',
    adam({ before: NOTHING, t: 'kept.t + 1', next: 'state.t + 1' }),
    KEPT,
  ],
  ['the moments', adam({ before: NOTHING, m: 'kept.m', v: 'kept.v' }), KEPT],
  [
    'what the first call was given',
    adam({ before: 'let kept;', first: 'kept ??= state;', m: 'kept.m', v: 'kept.v', t: 'kept.t + 1' }),
    KEPT,
  ],
])('adam keeps %s', async (_, code, message) => {
  const record = await judge('adam', code);
  const name = message === null ? null : 'adam/kept-between-calls';
  expect(record).toMatchObject({ status: message === null ? 'correct' : 'wrong', misconception: name });
  expect(record.notes).toEqual(message === null ? [] : [expect.stringMatching('^State is kept between calls: ')]);
  if (message !== null)
    expect(record).toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringMatching('outside of the function'),
    });
});

test('an adam that takes each state for the first is not one that keeps it', async () => {
  const record = await judge('adam', adam({ m: '[0, 0, 0, 0, 0, 0]', v: '[0, 0, 0, 0, 0, 0]', t: '1' }));
  expect(record).toMatchObject({ status: 'wrong', misconception: null, notes: [] });
});

test('an adam that keeps its state and has another fault has no name', async () => {
  const code = adam({ before: NOTHING, m: 'kept.m', v: 'kept.v', t: 'kept.t + 1' }).replace(
    'Math.sqrt',
    '2 * Math.sqrt',
  );
  const record = await judge('adam', code);
  expect(record).toMatchObject({ status: 'wrong', misconception: null, notes: [] });
  expect(record.message).not.toMatch(KEPT);
});

test('of any other function the message and a note say it, and the counterexample is right in fresh modules', async () => {
  const code = `const sums = [];
    export const batchGradient = (g) => {
      for (const r of g) r.forEach((x, p) => { sums[p] = (sums[p] ?? 0) + x; });
      return g[0].map((_, p) => sums[p] / g.length);
    };`;
  const record = await judge('batchGradient', code);
  expect(record).toMatchObject({ status: 'wrong', misconception: null, hint: null });
  expect(record.message).toMatch(KEPT);
  expect(record.notes).toEqual([expect.stringMatching('^State is kept between calls: ')]);
  const { args, expected, got, seed, path } = record.counterexample as CounterexampleRecord;
  const [located] = await loadExercises(new Set(['batchGradient']));
  const [drawn] = fc.sample(located?.entry.inputs as fc.Arbitrary<unknown[]>, {
    ...drawing(originOf(seed as number, 'batchGradient'), 'mild'),
    path: path as string,
    numRuns: 1,
  });
  expect(drawn).toEqual(args.map(fromJson));
  const fresh = await Sandbox.open([{ path: 'ada.js', code }], LIMITS);
  try {
    const calls = [1, 2].map(() => fresh.call('batchGradient', args.map(fromJson)));
    const { index } = record.counterexample as CounterexampleRecord;
    const elements = calls.map((call) => (call.kind === 'value' ? (call.value as number[])[index[0] as number] : null));
    expect(elements).toEqual([expected, got]);
  } finally {
    fresh.dispose();
  }
});

test('a result that is remembered under too short a key is wrong after other calls', async () => {
  const code = `const known = new Map();
    export const batchGradient = (g) => {
      const key = g.length + ' ' + g[0].length;
      if (!known.has(key)) known.set(key, g[0].map((_, p) => g.reduce((s, r) => s + r[p], 0) / g.length));
      return known.get(key);
    };`;
  const { message, notes } = await judge('batchGradient', code);
  expect(message).toMatch(/^right when it is called first, wrong after other calls, because/);
  expect(notes).toHaveLength(1);
});

test('what a second call throws is told like any other error', async () => {
  const code = `let n = 0; export const batchGradient = (g) => {
    if (n++) throw new Error('only once'); return g[0].map((_, p) => g.reduce((s, r) => s + r[p], 0) / g.length);
  };`;
  const record = await judge('batchGradient', code);
  expect(record).toMatchObject({ status: 'error', message: 'throws: Error: only once' });
  expect(record.notes).toHaveLength(1);
});

test.each([
  ['a fault that is always there', 'softmax', 'export const softmax = (z) => z.map((row) => row.map((x) => x / 2));'],
  [
    'an argument that is changed',
    'batchGradient',
    'export const batchGradient = (g) => { g[0][0] += 1; return g[0].map((_, p) => g.reduce((s, r) => s + r[p], 0) / g.length); };',
  ],
  [
    "random numbers of the submission's own",
    'shuffleIndices',
    `export const shuffleIndices = (n) => {
      const a = Array.from({ length: n }, (_, i) => i);
      for (let i = n - 1; i > 0; i--) { const j = Math.floor(Math.random() * (i + 1)); [a[i], a[j]] = [a[j], a[i]]; }
      return a;
    };`,
  ],
  [
    'state beside another fault',
    'batchGradient',
    'let n = 0; export const batchGradient = (g) => g[0].map((_, p) => g.reduce((s, r) => s + r[p], 0) + ++n);',
  ],
  [
    'state in modules that are long',
    'batchGradient',
    `let n = 0;
     export const batchGradient = (g) => { n++; return g[0].map((_, p) => g.reduce((s, r) => s + r[p], 0) / g.length + (n > 5)); };
     ${`// ${'x'.repeat(97)}\n`.repeat(2500)}`,
  ],
])('%s is not said to be kept', async (_, name, code) => {
  const record = await judge(name, code);
  expect(record).toMatchObject({ status: 'wrong', notes: [] });
  expect(record.message).not.toMatch(KEPT);
  expect(record.counterexample).not.toBeNull();
});
