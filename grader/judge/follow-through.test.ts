import { beforeAll, describe, expect, test } from 'vitest';
import { type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import type { SourceFile } from '../class/submission.ts';
import { computeOracle, type Oracle } from '../oracle/oracle.ts';
import type { FollowThrough } from '../record/record.ts';
import { followThroughOf } from './follow-through.ts';

const SETTINGS = {
  shares: { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 },
  limits: { ticks: 60, memoryMiB: 32 },
};

const located = new Map<string, LocatedExercise>();
let oracle: Oracle;

beforeAll(async () => {
  for (const exercise of await loadExercises(new Set(['sigmoid', 'sigmoidDerivative', 'softmax']))) {
    located.set(exercise.name, exercise);
  }
  oracle = await computeOracle(located.get('sigmoidDerivative') as LocatedExercise, 7, null);
});

/** What the follow-through of sigmoidDerivative is, with every function of the submission broken. */
function followed(...files: SourceFile[]): Promise<FollowThrough | null> {
  const exercise = located.get('sigmoidDerivative') as LocatedExercise;
  return followThroughOf(exercise, files, [...located.values()], oracle, 10, SETTINGS);
}

const file = (code: string, path = 'ada.ts'): SourceFile => ({ path, code });
/** s(z)s(-z), right as far as sigmoid is. */
const DERIVATIVE = 'export function sigmoidDerivative(z) { return sigmoid(z) * sigmoid(-z); }';
const RIGHT = { calls: ['sigmoid'], status: 'correct', points: 10 };

describe('a function that is right but for another of the same student', () => {
  const forms: [title: string, files: SourceFile[]][] = [
    ['function', [file(`export function sigmoid(z: number): number { return 1 / (1 + Math.exp(z)); } ${DERIVATIVE}`)]],
    ['const', [file(`export const sigmoid = (z: number) => 1 / (1 + Math.exp(z)), more = 1; ${DERIVATIVE}`)]],
    ['export list', [file(`${DERIVATIVE} let sigmoid = (z) => 1 / (1 + Math.exp(z)); export { sigmoid };`)]],
    [
      'another name',
      [file(`const s = (z: number) => z; export { s as sigmoid }; ${DERIVATIVE.replaceAll('sigmoid(', 's(')}`)],
    ],
    [
      'taken by map',
      [
        file(`export function sigmoid(z) { return z } export function sigmoidDerivative(z) {
       const [a, b] = [z, -z].map(sigmoid); return a * b; }`),
      ],
    ],
    [
      'two files',
      [
        file('export const sigmoid = (z) => z;', 'math.ts'),
        file(`import { sigmoid as s } from './math'; export { sigmoid } from './math';
          ${DERIVATIVE.replaceAll('sigmoid(', 's(')}`),
      ],
    ],
    ['a broken one that throws', [file(`export function sigmoid(z) { throw new Error('not yet') } ${DERIVATIVE}`)]],
  ];
  test.each(forms)('as %s', async (_, files) => {
    expect(await followed(...files)).toEqual(RIGHT);
  });

  test('names only what is called', async () => {
    expect(
      await followed(file(`export const sigmoid = (z) => z; export const softmax = (z) => z; ${DERIVATIVE}`)),
    ).toEqual(RIGHT);
  });

  test('says what is still wrong of its own', async () => {
    const found = await followed(
      file(`export const sigmoid = (z) => z; export const sigmoidDerivative = (z) => sigmoid(z) * (1 + sigmoid(z));`),
    );
    expect(found).toMatchObject({ calls: ['sigmoid'], status: 'wrong' });
    expect(found?.points).toBeLessThan(5);
  });
});

test.each([
  ['it calls none of them', `export const sigmoid = (z) => z; export const sigmoidDerivative = (z) => 1;`],
  [
    'it is wrong before it calls',
    `export const sigmoid = (z) => z; export const sigmoidDerivative = (z) => { for (;;); sigmoid(z) };`,
  ],
  ['the binding is assigned to', `export let sigmoid = (z) => z; sigmoid = (z) => 2 * z; ${DERIVATIVE}`],
  ['the binding is a pattern', `export const { sigmoid } = { sigmoid: (z) => z }; ${DERIVATIVE}`],
])('there is none if %s', async (_, code) => {
  expect(await followed(file(code))).toBeNull();
});

describe('hostile arguments reach the host as values or not at all', () => {
  test.each([
    ['an accessor', 'sigmoid({ get length() { return 1e9 }, get z() { for (;;); } })'],
    ['a cycle', '(() => { const a = []; a[0] = a; return sigmoid(a); })()'],
    ['a function', 'sigmoid(() => 1)'],
    ['a proxy', 'sigmoid(new Proxy([1], { getOwnPropertyDescriptor() { return sigmoid(1), undefined } }))'],
    ['a long text', 'sigmoid("x".repeat(1e6))'],
    ['deep recursion', '(function f() { return f() + sigmoid(0); })()'],
    ['endless calls', '(() => { for (;;) sigmoid(1); })()'],
    ['a patched prototype', '(Array.prototype.map = Array.prototype.slice = null, Object.keys = null, sigmoid([[1]]))'],
    ['a stand-in for it', '(sigmoid.call = sigmoid.apply = null, Object.setPrototypeOf(sigmoid, null), sigmoid("1"))'],
  ])('%s', async (_, expression) => {
    const code = `export const sigmoid = (z) => z; export const sigmoidDerivative = (z) => sigmoid(z) * (1 - sigmoid(z)) + ${expression};`;
    const found = await followed(file(code, 'ada.js'));
    expect(found?.points ?? 0).toBe(0);
    expect(found?.calls ?? ['sigmoid']).toEqual(['sigmoid']);
  });
});
