import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Origin } from './kept.ts';
import { runNumeric } from './numeric/run-numeric.ts';
import type { Outcome } from './outcome.ts';
import { runStryker } from './run-stryker.ts';

/** All mutants of one origin of the given files, each with its outcome, in the order of their places. */
export async function runMutants(origin: Origin, files: readonly string[], jobs: number): Promise<Outcome[]> {
  const outcomes = origin === 'numeric' ? await runNumeric(files, jobs) : await strykerOutcomes(files, jobs);
  return outcomes.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}

async function strykerOutcomes(files: readonly string[], jobs: number): Promise<Outcome[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'backproof-stryker-'));
  try {
    return await runStryker(files, jobs, temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
