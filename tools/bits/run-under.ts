import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The lines of JSON that a version of Node wrote, or why there are none. */
export type Run = { lines: string[]; seconds: number; stderr: string } | { failure: string };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MOST_BYTES = 2 ** 28;
/** Characters of what a run that failed wrote last. */
const LAST = 2000;

/** The records of the bundled class. */
export function gradeUnder(binary: string, seed: number): Run {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-bits-'));
  try {
    const [out, cache, examples] = [join(folder, 'out'), join(folder, 'cache'), join(ROOT, 'examples')];
    const words = [
      'grade',
      join(examples, 'class'),
      '--assignment',
      join(examples, 'class.json'),
      '--out',
      out,
      '--json',
    ];
    return run(binary, [join(ROOT, 'grader', 'bin.mjs'), ...words, '--seed', String(seed)], {
      // The cache of oracles is empty, so that this version computes them.
      env: { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache },
      written: () => readFileSync(join(out, 'results.jsonl'), 'utf8'),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The values that the submissions of every exercise are graded by. */
export function oraclesUnder(binary: string, seed: number): Run {
  const script = fileURLToPath(new URL('./print-oracles.ts', import.meta.url));
  return run(binary, ['--import', import.meta.resolve('tsx'), script, String(seed)], {
    env: {},
    written: (stdout) => stdout,
  });
}

interface RunOptions {
  /** beside the environment of this process */
  env: Record<string, string>;
  written: (stdout: string) => string;
}

function run(binary: string, words: string[], { env, written }: RunOptions): Run {
  // An option that another version does not know would end it.
  const { NODE_OPTIONS: _, ...own } = process.env;
  const started = performance.now();
  const { error, status, signal, stdout, stderr } = spawnSync(binary, words, {
    cwd: ROOT,
    env: { ...own, ...env },
    encoding: 'utf8',
    maxBuffer: MOST_BYTES,
  });
  const seconds = (performance.now() - started) / 1000;
  if (error) return { failure: error.message };
  if (status !== 0) {
    return { failure: `ended with ${signal ?? `exit code ${status}`}\n${(stderr || stdout).trim().slice(-LAST)}` };
  }
  const lines = written(stdout).split('\n').filter(Boolean);
  return lines.length === 0 ? { failure: 'wrote nothing' } : { lines, seconds, stderr };
}
