import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Submission } from '../../class/submission.ts';
import type { ExerciseRecord } from '../../record/record.ts';
import { inventedCounterexample, inventedExercise, inventedRecord } from '../../report/invented-records.ts';
import { type Checked, checkReport } from './check-report.ts';
import { run, temporaryFolder } from './command-fixture.ts';
import { toFixOf } from './what-to-fix.ts';

const SUBMISSION: Submission = { id: 'ada', files: [], problem: null, sourceHash: null };
const UNLOADABLE: Checked['judged'] = {
  kind: 'unloadable',
  message: 'takes too long to load',
  times: { startedAt: '2025-01-14T00:00:00.000Z', durationMs: 1 },
};

function invalid(message: string, problem: string | null): string {
  const record = inventedRecord({ status: 'invalid', message, exercises: [] });
  const submission = { ...SUBMISSION, problem };
  const checked = { record, drawings: [], misspelt: [], submission, judged: UNLOADABLE, saved: null, heard: [] };
  return checkReport('ada.js', checked, null, false);
}

test('an export of a misspelt name is shown with its line', async () => {
  const file = join(temporaryFolder(), 'ada.js');
  writeFileSync(file, '\n\nexport const sofmax = (z) => z;\n');
  const { code, out } = await run('check', file);
  expect(code).toBe(1);
  expect(out).toBe(
    'ada.js exports no function of an exercise (`backproof list` names them)\n' +
      'ada.js:3: no function softmax is exported; rename sofmax, if that is the one\n',
  );
});

test('why a submission cannot be graded names the file once', async () => {
  expect(invalid('takes too long to load', null)).toBe('cannot be graded  ada.js: takes too long to load\n');
  expect(invalid('ada.js is empty', 'ada.js is empty')).toBe('cannot be graded  ada.js is empty\n');
  const file = join(temporaryFolder(), 'ada.js');
  writeFileSync(file, 'export const relu = (');
  expect((await run('check', file)).out).toMatch(/^cannot be graded {2}ada\.js:1: /);
});

function reported(...exercises: ExerciseRecord[]): string {
  const record = inventedRecord({ exercises });
  const rest = { drawings: [], misspelt: [], submission: SUBMISSION, judged: UNLOADABLE, saved: null, heard: [] };
  return checkReport('ada.js', { record, ...rest }, null, false);
}

function stub(name: string): ExerciseRecord {
  const counterexample = inventedCounterexample({ got: `an error: Error: ${name} is not written yet` });
  return inventedExercise({ name, status: 'error', agreement: 0, counterexample });
}

test('one fault is explained, those after it have a line each, and stubs come last', () => {
  const text = reported(
    stub('mish'),
    inventedExercise({ name: 'relu' }),
    inventedExercise({ name: 'tanh', status: 'wrong', message: 'off by a factor' }),
    inventedExercise({ name: 'softmax', status: 'wrong', misconception: 'softmax/over-all', hint: 'Row by row.' }),
    inventedExercise({ name: 'adam', status: 'missing' }),
  );
  expect(text).toBe(
    '✓ relu: correct\n✗ tanh: wrong\n✗ softmax: wrong\n- not written yet: mish\n\n' +
      'Fix first: softmax is wrong\n  Hint: Row by row.\n\nThen:\n  tanh is wrong: off by a factor\n',
  );
});

test('stubs alone leave nothing to fix', () => {
  expect(reported(stub('mish'), stub('relu'))).toBe('- not written yet: mish, relu\n');
});

test('a hundred faults and a hundred stubs are counted, not listed', () => {
  const faults = Array.from({ length: 100 }, (_, n) => inventedExercise({ name: `f${n}`, status: 'wrong' }));
  const stubs = Array.from({ length: 100 }, (_, n) => stub(`s${n}`));
  const text = reported(...faults, ...stubs);
  expect(text).toContain('s11 and 88 more\n');
  expect(text).toMatch(/\n {2}f4 is wrong\n {2}f5, .*, f16 and 83 more\n$/);
});

test('a folder of stubs: what was just saved is explained, whatever else is wrong or not written', async () => {
  const folder = join(temporaryFolder(), 'work');
  await run('start', 'backprop', folder);
  const started = new Date(2025, 0, 1);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), started, started);
  const save = (name: string, code: string, minute: number): void => {
    writeFileSync(join(folder, name), code);
    const saved = new Date(2025, 0, 1, 0, minute);
    utimesSync(join(folder, name), saved, saved);
  };
  save('sigmoid.ts', 'export const sigmoid = (z: number) => 1 / (1 + Math.exp(z));', 1);
  save('relu.ts', 'export const relu = (z: number) => { console.log(`z is ${z}`); return z + 0.123; };', 2);
  const first = await run('check', folder);
  expect(first.code).toBe(1);
  expect(first.out).toMatch(/^✗ relu: wrong\n✗ sigmoid: wrong\n- not written yet: backprop, .*weightGradient\n/);
  expect(first.out).toMatch(/\nFix first: relu [^]*\nThen:\n {2}sigmoid /);
  expect(first.out).toMatch(/\nPrinted by relu\((-?[\d.]+)\):\n {2}\| z is \1\n$/);
  save('sigmoid.ts', 'export const sigmoid = (z: number) => 1 / (1 + Math.exp(z)); // 2', 3);
  expect((await run('check', folder)).out).toMatch(/\nFix first: sigmoid [^]*\nThen:\n {2}relu /);
  const { out, err } = await run('check', folder, '--json');
  expect(JSON.parse(out)).not.toHaveProperty('heard');
  expect(err).toMatch(/^\nPrinted by relu[^]*z is /);
});

test('a fault in a helper that was just saved is what the student is at', () => {
  const exercises = [
    inventedExercise({ name: 'tanh', status: 'wrong', misconception: 'tanh/reciprocal' }),
    inventedExercise({ name: 'softmax', status: 'error', line: 'lib/math.ts:3' }),
  ];
  const { faults } = toFixOf({ record: inventedRecord({ exercises }), judged: UNLOADABLE, saved: 'lib/math.ts' });
  expect(faults.map(({ name }) => name)).toEqual(['softmax', 'tanh']);
});

test('what is printed before the code fails to load is shown', async () => {
  const file = join(temporaryFolder(), 'ada.js');
  writeFileSync(file, "console.log('weights', [0, 1]); missing(); export const relu = (z) => z;");
  const { code, out } = await run('check', file);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^cannot be graded {2}ada\.js:1: .*missing[^\n]*\n\nPrinted while the code was loaded:\n {2}\| weights \[ 0, 1 \]\n$/,
  );
});

test('the fault that is explained has its notes, and how exact a value must be once', () => {
  const close = inventedExercise({
    name: 'adam',
    status: 'wrong',
    message: 'got 1.0000001, expected 1 (off by 1e-7, allowed 1e-9)',
    notes: ['reads eps: the option is called epsilon'],
    counterexample: inventedCounterexample({ because: 'within 1e-9 of the value' }),
  });
  const text = reported(close, { ...close, name: 'sgd' });
  expect(text).toContain('\n  Also: reads eps: the option is called epsilon\n');
  expect(text.split('within 1e-9 of the value')).toHaveLength(2);
});
