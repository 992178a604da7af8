import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MutantCoverage } from '../in-process-runner.ts';
import { type Outcome, type Status, shownMutant } from '../outcome.ts';
import { instrument, type NumericMutant } from './instrument.ts';
import { WorkerProcess } from './worker-process.ts';

/** What the tests of the reference read. */
const COPIED = ['reference', 'properties', 'accelerated', 'tools', 'package.json', 'tsconfig.json'];
const DRY_RUN_LIMIT = 20 * 60_000;
/** A mutant that is reached this many times as often as its code without it is taken for an endless loop. */
const HIT_FACTOR = 100;
/** A mutant has this long, and five times as long as its tests took without it. */
const LEAST_LIMIT = 60_000;

/** The numeric mutants of the given files, each with its outcome. */
export async function runNumeric(files: readonly string[], concurrency: number): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-mutants-'));
  try {
    for (const name of COPIED) cpSync(name, join(folder, name), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
    const mutants = files.flatMap((file) => {
      const instrumented = instrument(file, readFileSync(file, 'utf8'));
      writeFileSync(join(folder, file), instrumented.code);
      return instrumented.mutants;
    });
    return await runMutants(mutants, folder, concurrency);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runMutants(mutants: readonly NumericMutant[], folder: string, concurrency: number): Promise<Outcome[]> {
  const workers = Array.from({ length: concurrency }, () => new WorkerProcess(folder));
  try {
    const dry = await workers[0]?.ask({ ask: 'dry run' }, DRY_RUN_LIMIT);
    if (dry?.answer !== 'dry run') throw new Error('the tests did not come to an end without a mutant');
    const [failure] = dry.failures;
    if (failure !== undefined) throw new Error(`a test fails without a mutant: ${failure}`);
    const times = new Map(dry.tests.map(({ id, milliseconds }) => [id, milliseconds]));
    const outcomes: Outcome[] = [];
    const waiting = [...mutants];
    const serve = async (worker: WorkerProcess): Promise<void> => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        const outcome: Outcome = { ...mutant, status: await runMutant(worker, mutant, dry.coverage, times) };
        outcomes.push(outcome);
        if (outcome.status !== 'killed') console.log(`${outcome.status}: ${shownMutant(outcome)} (${outcome.kind})`);
        if (outcomes.length % 50 === 0) console.log(`numeric mutants: ${outcomes.length} of ${mutants.length}`);
      }
    };
    await Promise.all(workers.map(serve));
    return outcomes;
  } finally {
    for (const worker of workers) worker.stop();
  }
}

async function runMutant(
  worker: WorkerProcess,
  { id, file }: NumericMutant,
  { static: whileLoading, perTest }: MutantCoverage,
  times: ReadonlyMap<string, number>,
): Promise<Status> {
  const atLoad = id in whileLoading;
  const reached = [...times.keys()].filter((test) => id in (perTest[test] ?? {}));
  if (reached.length === 0 && !atLoad) return 'uncovered';
  // A mutant that acts while modules load must be active before, and may change any test: first those that use the file.
  if (atLoad) worker.stop();
  const nearby = (test: string): boolean =>
    Object.keys(perTest[test] ?? {}).some((other) => other.startsWith(`${file}#`));
  const all = [...times.keys()];
  const tests = atLoad ? [...all.filter(nearby), ...all.filter((test) => !nearby(test))] : reached;
  const usual = tests.reduce((sum, test) => sum + (times.get(test) ?? 0), 0);
  const hits = reached.reduce((sum, test) => sum + (perTest[test]?.[id] ?? 0), whileLoading[id] ?? 0);
  const run = { id, tests, hitLimit: HIT_FACTOR * hits };
  const answer = await worker.ask({ ask: 'mutant', run }, LEAST_LIMIT + 5 * usual);
  if (atLoad) worker.stop();
  return answer?.answer === 'mutant' ? answer.verdict.status : 'timeout';
}
