import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import type { Outcome, Status } from './outcome.ts';
import { testsReaching } from './reaching-tests.ts';
import { wanting } from './wanted-tests.ts';

/** What the tests of the reference never read, so that the sandbox stays small. */
const LEFT_OUT = [
  '.ci',
  'adapters',
  'coverage',
  'docs',
  'examples',
  'exercises',
  'grader',
  'results',
  'reports',
  'site',
];

const STATUSES: Readonly<Record<string, Status>> = {
  Killed: 'killed',
  Timeout: 'timeout',
  Survived: 'survived',
  NoCoverage: 'uncovered',
  Ignored: 'ignored',
};

/** Stryker's mutants of the given files, each with its outcome. */
export async function runStryker(files: readonly string[], jobs: number, temporary: string): Promise<Outcome[]> {
  // For Stryker's own processes.
  process.env['TSX_TSCONFIG_PATH'] = fileURLToPath(new URL('tsconfig.json', import.meta.url));
  process.env['NODE_OPTIONS'] = '--import tsx';
  Object.assign(process.env, wanting(testsReaching(files)));
  const results = await new Stryker({
    mutate: [...files],
    testRunner: 'backproof',
    plugins: [fileURLToPath(new URL('stryker-plugin.ts', import.meta.url))],
    ignorers: ['error-wording'],
    coverageAnalysis: 'perTest',
    concurrency: jobs,
    reporters: ['progress-append-only', 'survivors'],
    tempDirName: temporary,
    ignorePatterns: LEFT_OUT,
    dryRunTimeoutMinutes: 20,
    // Far more than a busy machine can take: Stryker too counts how often a mutant is reached.
    timeoutMS: 300_000,
    timeoutFactor: 20,
    allowConsoleColors: false,
  }).runMutationTest();
  return results.map(({ fileName, location: { start, end }, mutatorName, replacement, status }): Outcome => {
    const lines = readFileSync(fileName, 'utf8').split('\n');
    const rows = lines.slice(start.line - 1, end.line);
    // The end first: on the same line it would have moved otherwise.
    rows[rows.length - 1] = rows.at(-1)?.slice(0, end.column - 1) ?? '';
    rows[0] = rows[0]?.slice(start.column - 1) ?? '';
    return {
      file: relative(process.cwd(), fileName),
      line: start.line,
      column: start.column,
      kind: mutatorName,
      original: rows.join('\n'),
      replacement,
      within: lines[start.line - 1]?.trim() ?? '',
      status: STATUSES[status] ?? 'error',
    };
  });
}
