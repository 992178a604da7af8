import { expect, test } from 'vitest';
import { estimate, longestFirst, type TestFile } from './run-times.ts';

const reference = { project: 'reference', path: 'properties/suite/reference.test.ts' };
const cpu = { project: 'cpu', path: 'properties/suite/backend.test.ts' };
const webgpu = { ...cpu, project: 'webgpu' };
const judge = { project: 'grader', path: 'grader/judge/judge.test.ts' };
const times = {
  'reference:properties/suite/reference.test.ts': 40_000,
  'cpu:properties/suite/backend.test.ts': 30_000,
};
const timesOfAll = { ...times, 'grader:grader/judge/judge.test.ts': 50_000 };

test('files that were timed take as long as last time, spread over the workers', () => {
  expect(estimate([reference, cpu, judge], timesOfAll, 61, 2)).toEqual({ seconds: 60, guessed: 0 });
  expect(estimate([reference, cpu, judge], timesOfAll, 61, 1)).toEqual({ seconds: 120, guessed: 0 });
});

test('no run is shorter than its longest file', () => {
  expect(estimate([reference, cpu], times, 61, 2)).toEqual({ seconds: 40, guessed: 0 });
});

test('without a time of its own the file of the formulas takes longer with more of them, another one some seconds', () => {
  const { seconds, guessed } = estimate([cpu], {}, 61, 2);
  expect(guessed).toBe(1);
  expect(estimate([cpu], {}, 122, 2).seconds).toBe(2 * seconds);
  expect(estimate([reference, judge], times, 61, 1)).toEqual({ seconds: 44, guessed: 1 });
});

test('a backend that hardly any machine has adds nothing', () => {
  expect(estimate([{ ...cpu, project: 'tfjs-node-gpu' }], {}, 61, 2).seconds).toBe(0);
});

test('the files that run once per backend start first, then the others by project, the longest of each first', () => {
  const small = { project: 'grader', path: 'grader/text/printable.test.ts' };
  const other = { project: 'reference', path: 'reference/ndarray.test.ts' };
  const models = { project: 'webgpu', path: 'properties/models/backend.test.ts' };
  const files = [other, small, judge, cpu, reference, models, webgpu];
  const sorted = longestFirst(files, (file: TestFile) => file, timesOfAll, 61);
  expect(sorted).toEqual([webgpu, models, reference, cpu, judge, small, other]);
});
