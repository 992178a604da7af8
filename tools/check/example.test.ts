import { expect, test } from 'vitest';
import type { Value } from '../../properties/values/value.ts';
import { parseExamples, runExample } from './example.ts';

const scope = { third: (x: number): number => x / 3, pair: (x: number): { a: number[] } => ({ a: [x, -x] }) };
const run = (text: string, name: string, mayRound = false): (string | null)[] =>
  parseExamples(text, name).map((example) => runExample(example, scope, { encode: (x) => x as Value, mayRound }));

test('runs every call with the declarations before it', () => {
  expect(run('const x = 6; // even\nthird(x); // 2\nthird(\n  3,\n) // 1', 'third')).toEqual([null, null]);
});

test('takes the comment as a whole, its last line, or a part with words beside it', () => {
  expect(run('pair(1);\n// { a: [1,\n//   -1] }', 'pair')).toEqual([null]);
  expect(run('third(6);\n// six by three\n// 2', 'third')).toEqual([null]);
  expect(run('third(6); // 6 / 3 = 2', 'third')).toEqual([null]);
  expect(run('pair(1); // a is both: { a: [1, -1] }', 'pair')).toEqual([null]);
  expect(run('pair(1); // { a: [1, -1] }: both', 'pair')).toEqual([null]);
  expect(run('third(6); // a third of it', 'third')[0]).toContain('which is not a literal');
});

test('a rounded value holds where the text may round, to the decimals that it prints', () => {
  expect(run('third(1); // 0.3333', 'third', true)).toEqual([null]);
  expect(run('third(1); // 0.3334', 'third', true)[0]).toContain('does not hold');
  expect(run('third(1); // 0.3333', 'third')[0]).toContain('does not hold');
  expect(run('third(1); // 0.3', 'third', true)[0]).toContain('does not hold');
});

test('a call without a comment is not an example', () => {
  expect(run('third(1);', 'third')).toEqual([]);
});
