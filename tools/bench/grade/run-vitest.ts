import { spawn } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadExercises } from '../../../exercises/exercises.ts';
import { computeOracle } from '../../../grader/oracle/oracle.ts';
import { EXERCISES, ownSource } from './sources.ts';

const PLAIN_TEST = fileURLToPath(new URL('./plain-test.ts', import.meta.url));
const VITEST = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const SEED = 7;

/** The same mild inputs as the grader's, with their right values, as a JSON text for the plain test. */
export async function plainCases(): Promise<string> {
  const cases: Record<string, { args: unknown; expected: unknown }[]> = {};
  for (const located of await loadExercises(new Set(EXERCISES))) {
    const { mild } = await computeOracle(located, SEED, null);
    cases[located.name] = mild.map(({ args, expected }) => ({ args, expected }));
  }
  return JSON.stringify(cases);
}

/** Seconds that one vitest process takes for one submission, as a course without a grader would do it. */
export async function runVitest(folder: string, source: string, student: number, cases: string): Promise<number> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'submission.ts'), ownSource(source, student));
  await writeFile(join(folder, 'cases.json'), cases);
  await copyFile(PLAIN_TEST, join(folder, 'plain.test.ts'));
  const begin = performance.now();
  const { code, said } = await run([VITEST, 'run', '--root', folder, '--globals']);
  if (code !== 0) throw new Error(`vitest refused a right submission:\n${said}`);
  return (performance.now() - begin) / 1000;
}

function run(args: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
