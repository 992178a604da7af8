import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HIT_FACTOR, type MutantCoverage } from '../in-process-runner.ts';
import { type Outcome, type Status, shownMutant } from '../outcome.ts';
import { testsReaching } from '../reaching-tests.ts';
import { instrument, type NumericMutant } from './instrument.ts';
import { WorkerProcess } from './worker-process.ts';

/** What the tests of the reference read. */
const COPIED = ['reference', 'host', 'properties', 'accelerated', 'tools', 'package.json', 'tsconfig.json'];
const DRY_RUN_LIMIT = 20 * 60_000;
/**
 * A mutant has this long, and so many times as long as its tests took without it: far more than a busy machine can take,
 * as only an endless loop that never reaches its mutant again is found by the clock.
 */
const LEAST_LIMIT = 300_000;
const TIME_FACTOR = 20;

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
  const tests = testsReaching([...new Set(mutants.map(({ file }) => file))]);
  const workers = Array.from({ length: concurrency }, () => new WorkerProcess(folder, tests));
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
  const usual = (atLoad ? [...times.keys()] : reached).reduce((sum, test) => sum + (times.get(test) ?? 0), 0);
  const hits = reached.reduce((sum, test) => sum + (perTest[test]?.[id] ?? 0), whileLoading[id] ?? 0);
  const run = { id, tests: atLoad ? undefined : reached, hitLimit: HIT_FACTOR * hits };
  // A mutant that acts while modules load must be active before, and may change any test that loads them.
  const asked = atLoad ? worker.another(testsReaching([file])) : worker;
  const answer = await asked.ask({ ask: 'mutant', run }, LEAST_LIMIT + TIME_FACTOR * usual);
  if (atLoad) asked.stop();
  return answer?.answer === 'mutant' ? answer.verdict.status : 'timeout';
}
