import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Submission } from '../../class/submission.ts';
import { inventedExercise, inventedRecord } from '../../report/invented-records.ts';
import { type Checked, checkReport } from './check-report.ts';
import { run, temporaryFolder } from './command-fixture.ts';

const SUBMISSION: Submission = { id: 'ada', files: [], problem: null, sourceHash: null };
const UNLOADABLE: Checked['judged'] = {
  kind: 'unloadable',
  message: 'takes too long to load',
  times: { startedAt: '2025-01-14T00:00:00.000Z', durationMs: 1 },
};

function invalid(message: string, problem: string | null): string {
  const record = inventedRecord({ status: 'invalid', message, exercises: [] });
  const submission = { ...SUBMISSION, problem };
  return checkReport('ada.js', { record, drawings: [], misspelt: [], submission, judged: UNLOADABLE }, null, false);
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

test('the first exercise that is not correct is the one to fix first', () => {
  const exercises = [
    inventedExercise({ name: 'relu' }),
    inventedExercise({ name: 'softmax', status: 'wrong', message: 'the first row differs', line: 'ada.js:12' }),
    inventedExercise({ name: 'adam', status: 'missing' }),
  ];
  const checked = { record: inventedRecord({ exercises }), drawings: [], misspelt: [], submission: SUBMISSION };
  const text = checkReport('ada.js', { ...checked, judged: UNLOADABLE }, null, false);
  expect(text).toBe(
    '✓ relu: correct\n✗ softmax: wrong\n\nFix first: softmax (ada.js:12) is wrong\n  the first row differs\n',
  );
});
