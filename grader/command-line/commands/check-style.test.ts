import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { run, temporaryFolder } from './command-fixture.ts';

async function checked(code: string, exercise: string): Promise<ExerciseRecord> {
  const file = join(temporaryFolder(), 'ada.js');
  writeFileSync(file, code);
  const { out } = await run('check', file, '--exercise', exercise, '--json');
  const [record] = (JSON.parse(out) as SubmissionRecord).exercises;
  return record as ExerciseRecord;
}

test('a style that explains a verdict stands before its digits, and gives its line', async () => {
  const code =
    '// mine\nexport const softmax = (z) => { const e = z.map(Math.exp); const s = e.reduce((a, b) => a + b); return e.map((x) => x / s); };';
  expect(await checked(code, 'softmax')).toMatchObject({
    status: 'wrong',
    message: expect.stringMatching(/^takes one sample; logits is a batch .*; got .*, expected /),
    line: 'ada.js:2',
    notes: [],
  });
});

test('beside a name it is a note', async () => {
  const code = 'export const sgd = (theta, g, { lr = 1 } = {}) => theta.map((t, i) => t - lr * g[i]);';
  expect(await checked(code, 'sgd')).toMatchObject({
    misconception: 'sgd/learning-rate-ignored',
    notes: ['reads lr: the option is called learningRate'],
    message: expect.not.stringContaining('reads lr'),
  });
});

test('a class is not told to be renamed', async () => {
  const code = 'export class SGDOptimizer { step(theta, g) { return theta.map((t, i) => t - 0.01 * g[i]); } }';
  expect((await checked(code, 'sgd')).message).toBe(
    "no function sgd is exported; SGDOptimizer is a class, and the grader calls a function: write 'export function sgd(…)', with what its method step computes",
  );
});
