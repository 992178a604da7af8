import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const HOME = fileURLToPath(new URL('../..', import.meta.url));

function check(...args: string[]): { status: number | null; err: string; out: string } {
  const script = fileURLToPath(new URL('check.ts', import.meta.url));
  const run = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { cwd: HOME, encoding: 'utf8' });
  return { status: run.status, err: run.stderr, out: run.stdout };
}

test('a misspelt formula is wrong usage, and the one that is meant is named', () => {
  const { status, err } = check('sofmax');
  expect(err).toBe('error: catalogue.md has no formula sofmax (did you mean softmax?)\n');
  expect(status).toBe(2);
});

test('a root that is not a project is wrong usage', () => {
  const { status, err } = check('--root', fileURLToPath(new URL('.', import.meta.url)));
  expect(err).toContain('expected a project, with catalogue.md in it');
  expect(status).toBe(2);
});

test('one formula is checked with its grading', () => {
  const { status, out } = check('l2Penalty');
  expect(out).toBe('1 formulas, 1 exercises, 0 faults\n');
  expect(status).toBe(0);
});
