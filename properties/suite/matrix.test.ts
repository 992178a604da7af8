import { expect, test } from 'vitest';
import { failureLines, matrixLines, type Outcome, type TestOutcome, totalsLine } from './matrix.ts';

const passed = (backend: string, formula = 'adam'): TestOutcome => ({
  state: 'passed',
  project: backend,
  backend,
  formula,
  draws: 100,
});

const SAME_PADDING = { id: 'same-padding', why: 'conv2d gives 0, not 2; rows are cut off' };

const started = (backend: string, starts = `tfjs ${backend}`): TestOutcome => ({
  state: starts.startsWith('skipped') ? 'skipped' : 'passed',
  project: backend,
  backend,
  starts,
});

function outcome(tests: TestOutcome[], more: Partial<Outcome> = {}): Outcome {
  const durations = new Map(tests.map(({ project }) => [project, 1500]));
  return { tests, durations, broken: [], unhandled: 0, ...more };
}

/** The cells of the row that begins with `name`. */
function row(of: Outcome, name: string): string[] {
  const lines = matrixLines(of).join('\n').split('\n');
  const line = lines.find((candidate) => candidate.startsWith(`│ ${name} `)) ?? '';
  return line
    .split('│')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

test('a formula whose tests all passed on a backend has passed there', () => {
  expect(row(outcome([passed('reference'), started('cpu'), passed('cpu')]), 'adam')).toEqual(['passed', 'passed']);
});

test('one failed test among passed ones is a failure', () => {
  const tests = [
    passed('cpu'),
    { ...passed('cpu'), state: 'failed' as const, diverges: [SAME_PADDING] },
    passed('cpu'),
  ];
  expect(row(outcome(tests), 'adam')).toEqual(['FAILED']);
});

test('a known divergence is neither passed nor failed, and is named under the table with its reason', () => {
  const of = outcome([passed('wasm'), { ...passed('wasm'), diverges: [SAME_PADDING] }, passed('wasm', 'sgd')]);
  expect(row(of, 'adam')).toEqual(['diverges']);
  expect(row(of, 'sgd')).toEqual(['passed']);
  expect(matrixLines(of)).toContain('diverges: adam on wasm: conv2d gives 0, not 2; rows are cut off (same-padding)');
});

test('a divergence is named once for all formulas that met it, and for each reason', () => {
  const met = (backend: string, formula: string, divergence = SAME_PADDING): TestOutcome => ({
    ...passed(backend, formula),
    diverges: [divergence],
  });
  const other = { id: 'same-padding', why: 'conv2d throws, not 2; rows are cut off' };
  const all = [
    met('wasm', 'adam'),
    met('cpu', 'adam'),
    met('cpu', 'sgd'),
    met('wasm', 'sgd'),
    met('webgpu', 'sgd', other),
  ];
  expect(matrixLines(outcome(all)).filter((line) => line.startsWith('diverges'))).toEqual([
    'diverges: adam, sgd on cpu, wasm: conv2d gives 0, not 2; rows are cut off (same-padding)',
    'diverges: sgd on webgpu: conv2d throws, not 2; rows are cut off (same-padding)',
  ]);
});

test('a backend that did not start is skipped in every row, with its reason under the table', () => {
  const of = outcome([passed('reference'), started('webgpu', 'skipped: webgpu: no Vulkan device')]);
  expect(row(of, 'adam')).toEqual(['passed', 'skipped']);
  expect(matrixLines(of)).toContain('webgpu skipped: no Vulkan device');
});

test('a backend that was asked for and did not start has failed', () => {
  const of = outcome([passed('reference'), { ...started('webgpu', 'skipped: none'), state: 'failed' }]);
  expect(row(of, 'adam')).toEqual(['passed', 'FAILED']);
});

test('a file that did not load is not skipped', () => {
  const of = outcome([passed('reference')], {
    durations: new Map([
      ['reference', 1],
      ['cpu', 1],
    ]),
    broken: [{ project: 'cpu', file: 'properties/suite/backend.test.ts' }],
  });
  expect(row(of, 'adam')).toEqual(['passed', 'did not load']);
  expect(totalsLine(of)).toBe('1 passed, 1 failed, 0 skipped');
});

test('a formula without tests on a backend is not called passed there', () => {
  expect(row(outcome([passed('reference'), started('cpu'), passed('cpu', 'softmax')]), 'adam')).toEqual([
    'passed',
    '-',
  ]);
});

test('shows the columns of the projects that ran, with draws and time', () => {
  const of = outcome([passed('cpu'), { ...passed('webgpu'), draws: 25 }]);
  expect(row(of, 'draws per law')).toEqual(['25', '100']);
  expect(row(of, 'time')).toEqual(['1.5 s', '1.5 s']);
});

test('without a formula column there is no table', () => {
  expect(matrixLines(outcome([{ state: 'passed', project: 'grader' }]))).toEqual([]);
});

test('errors outside of a test count as failures', () => {
  expect(totalsLine(outcome([passed('cpu')], { unhandled: 2 }))).toBe('1 passed, 2 failed, 0 skipped');
});

test('each failed test stands beside the totals by its project, file and name; many of them by their number', () => {
  const failed = { state: 'failed' as const, project: 'grader', failure: 'grader/a.test.ts > adds: 3 is not 5' };
  expect(failureLines(outcome([passed('cpu'), failed], { unhandled: 1 }))).toEqual([
    'failed: grader grader/a.test.ts > adds: 3 is not 5',
    'errors outside of any test: 1',
  ]);
  expect(failureLines(outcome(Array.from({ length: 23 }, () => failed))).at(-1)).toBe('failed: 3 more, in full above');
  expect(failureLines(outcome([passed('cpu')]))).toEqual([]);
});
