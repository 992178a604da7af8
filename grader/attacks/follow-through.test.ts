import { afterAll, beforeAll, expect, test } from 'vitest';
import { exerciseSummaries } from '../../exercises/exercises.ts';
import { readAssignment } from '../assignment/read-assignment.ts';
import { oracleHash } from '../oracle/oracle-hash.ts';
import { type Judging, judgeSource } from '../run/judged.ts';
import { judgingPool } from '../run/judging-pool.ts';

// Submissions that want points for what others of their own functions would compute.

let pool: Judging;
beforeAll(async () => {
  const assignment = await readAssignment('all', await exerciseSummaries());
  pool = judgingPool({ secret: 1, perSource: false, assignment, oracleHash: oracleHash(), backend: 'wasm' }, 1);
});
afterAll(() => pool.close());

const EXERCISES = [
  'sigmoid',
  'tanh',
  'softmax',
  'logSoftmax',
  'categoricalCrossEntropy',
  'softmaxCrossEntropyGradient',
];

/** The functions of a submission that would earn more if others were right, with those that they call. */
async function followed(code: string): Promise<Record<string, string[]>> {
  const submission = { id: 'ada', files: [{ path: 'ada.js', code }], problem: null, sourceHash: null };
  const judged = await judgeSource(
    pool,
    submission,
    EXERCISES.map((name) => ({ name, points: 10 })),
  );
  const exercises = judged.kind === 'judged' ? judged.exercises : [];
  expect(exercises).toHaveLength(EXERCISES.length);
  return Object.fromEntries(
    exercises.flatMap(({ name, followThrough }) => (followThrough === null ? [] : [[name, followThrough.calls]])),
  );
}

const CIRCLE = {
  'each is defined by the other':
    'export function sigmoid(z) { return (1 + tanh(z / 2)) / 2; } export function tanh(z) { return 2 * sigmoid(2 * z) - 1; }',
  'softmax by its logarithm, and that by softmax': `
    export function softmax(l) { return logSoftmax(l).map((r) => r.map((x) => Math.exp(x))); }
    export function logSoftmax(l) { return softmax(l).map((r) => r.map((x) => Math.log(x))); }`,
  'by a name that the source does not spell': `
    const ask = (name, ...args) => globalThis['__backproof' + 'StandIn'](name, args);
    export function tanh(z) { try { return 2 * ask('sigmoid', 2 * z) - 1; } catch { return 0; } }
    export function sigmoid(z) { try { return (1 + ask('tanh', z / 2)) / 2; } catch { return 0; } }
    export function unused() { return sigmoid(1) + tanh(1); }`,
  'by eval': `
    export function tanh(z) { try { return 2 * eval('sigmoid')(2 * z) - 1; } catch { return 0; } }
    export function sigmoid(z) { try { return (1 + eval('tanh')(z / 2)) / 2; } catch { return 0; } }
    export function unused() { return sigmoid(1) + tanh(1); }`,
};

test.each(Object.entries(CIRCLE))('a circle, %s, gains nothing', async (_, code) => {
  expect(await followed(code)).toEqual({});
});

test('a chain gains, but for its last', async () => {
  const code = `
    export function softmax(l) { return l.map((r) => r.map((x) => Math.exp(x))); }
    export function logSoftmax(l) { return softmax(l).map((r) => r.map((x) => Math.log(x))); }
    export function categoricalCrossEntropy(p, t) { return Math.log(1 - p[0][0]); }
    export function softmaxCrossEntropyGradient(l, t) { return logSoftmax(l).map((r, n) => r.map((x, c) => (Math.exp(x) - t[n][c]) / l.length)); }`;
  expect(await followed(code)).toEqual({ softmaxCrossEntropyGradient: ['logSoftmax'], logSoftmax: ['softmax'] });
});
