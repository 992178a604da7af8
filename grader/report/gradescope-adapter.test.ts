import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newFolder } from '../store/store-fixture.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the adapter over a file in the folders that Gradescope makes, and returns the results.json, null if there is none. */
function autograded(
  code: string,
  { backproof, key = 'ab'.repeat(16) }: { backproof?: string; key?: string | null } = {},
): { status: number | null; results: unknown } {
  const folder = newFolder();
  for (const name of ['source', 'submission', 'results']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'submission/work.ts'), code);
  writeFileSync(join(folder, 'source/assignment.json'), '{"title":"T","exercises":[{"name":"relu","points":10}]}');
  if (key !== null) writeFileSync(join(folder, 'source/key.txt'), `${key}\r\n`);
  const command = join(folder, 'backproof');
  writeFileSync(command, backproof ?? `#!/bin/sh\nexec "${process.execPath}" "${ROOT}grader/bin.mjs" "$@"\n`, {
    mode: 0o755,
  });
  copyFileSync(join(ROOT, 'adapters/gradescope/run_autograder'), join(folder, 'run_autograder'));
  const { status } = spawnSync('bash', [join(folder, 'run_autograder')], {
    env: { ...process.env, AUTOGRADER_ROOT: folder, BACKPROOF: command },
    stdio: 'ignore',
  });
  const path = join(folder, 'results/results.json');
  return { status, results: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null };
}

test.skipIf(process.platform === 'win32')("run_autograder writes results.json in Gradescope's folders", () => {
  expect(autograded('export const relu = (z: number): number => Math.max(0, z);')).toMatchObject({
    status: 0,
    results: { score: 10, tests: [{ name: 'relu', status: 'passed' }] },
  });
  expect(autograded('export const relu = (z) => Math.abs(z);')).toMatchObject({
    status: 0,
    results: { score: expect.any(Number), tests: [{ name: 'relu', status: 'failed' }] },
  });
});

test.skipIf(process.platform === 'win32')('if the grader fails there is no results.json, so no zero', () => {
  expect(autograded('export const relu = (z) => z;', { backproof: '#!/bin/sh\nexit 1\n' })).toEqual({
    status: 1,
    results: null,
  });
});

test.skipIf(process.platform === 'win32').each([null, '42'])('without a key (%s) nothing is graded', (key) => {
  expect(autograded('export const relu = (z) => z;', { key })).toEqual({ status: key === null ? 1 : 2, results: null });
});
