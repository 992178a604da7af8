import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { loadExercises } from '../../exercises/exercises.ts';
import type { Assignment } from '../assignment/assignment.ts';
import { computeOracle, type Oracle } from '../oracle/oracle.ts';
import type { Bounds } from './bounds.ts';
import { Pool } from './pool.ts';
import type { Judged } from './submission-run.ts';

export const LIMITS = { ticks: 2000, memoryMiB: 32, sourceKiB: 512 };
export const SHARES = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };

/** Right code for three exercises. */
export const RIGHT = {
  relu: 'export function relu(z) { return z > 0 ? z : 0; }\n',
  sigmoid: 'export function sigmoid(z) { return 1 / (1 + Math.exp(-z)); }\n',
  softmax: `export function softmax(logits) {
  return logits.map((row) => {
    const top = Math.max(...row);
    const powers = row.map((z) => Math.exp(z - top));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((p) => p / sum);
  });
}
`,
};

const oracles = new Map<string, Promise<Oracle>>();

/** The oracle of an exercise, from a seed of its own. */
export function oracleOf(name: string): Promise<Oracle> {
  const known = oracles.get(name);
  if (known) return known;
  const computed = loadExercises(new Set([name])).then(([located]) => {
    if (!located) throw new Error(`unknown exercise ${name}`);
    return computeOracle(located, 7, null);
  });
  oracles.set(name, computed);
  return computed;
}

/** A pool of one process that is closed when the test ends; `onOracle` is called between opening and judging. */
export function poolOf(
  bounds: Partial<Bounds>,
  onOracle: (name: string) => void = () => undefined,
  limits: Assignment['limits'] = LIMITS,
): Pool {
  const oracle = async (name: string): Promise<Oracle> => {
    const found = await oracleOf(name);
    onOracle(name);
    return found;
  };
  const pool = new Pool({ jobs: 1, limits, shares: SHARES, oracle, bounds });
  onTestFinished(() => pool.close());
  return pool;
}

export function judge(pool: Pool, code: string, names: readonly string[], path = 'ada.js'): Promise<Judged> {
  return pool.judge(
    [{ path, code }],
    names.map((name) => ({ name, points: 10 })),
  );
}

/** What became of it in a word: its statuses, or why there are none. */
export function statusesOf(judged: Judged): string[] {
  return judged.kind === 'judged' ? judged.exercises.map(({ status }) => status) : [judged.kind];
}

/** The processes that run submissions for this one. */
function workers(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)\s.*process[\\/]worker\.[tj]s/.exec(line) ?? [];
    return Number(parent) === process.pid ? [Number(pid)] : [];
  });
}

/** Sends them all a signal. */
export function kill(signal: NodeJS.Signals): void {
  for (const pid of workers()) process.kill(pid, signal);
}
