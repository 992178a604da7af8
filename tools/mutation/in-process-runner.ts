import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { messageOf } from '../../accelerated/error-message.ts';
import { type CollectedTest, collect } from './test-collector.ts';
import { wantedTests } from './wanted-tests.ts';

/** How often each mutant was reached: while modules were loaded, and by each test. */
export interface MutantCoverage {
  static: Record<string, number>;
  perTest: Record<string, Record<string, number>>;
}

/** What instrumented code reads and writes, by Stryker's names. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: MutantCoverage;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

export interface MutantRun {
  id: string;
  /** the tests to run, in this order; all if absent */
  tests?: readonly string[] | undefined;
  /** if it is reached more often than this, it is taken for an endless loop */
  hitLimit?: number | undefined;
}

export type MutantVerdict =
  | { status: 'killed'; by: string; message: string; ran: number }
  | { status: 'survived' | 'timeout'; ran: number };

export interface TimedTest {
  id: string;
  milliseconds: number;
}

/** A mutant that is reached this many times as often as its code without it is taken for an endless loop. */
export const HIT_FACTOR = 10;

/** It makes the tests of every formula. */
const SUITE = 'properties/suite/reference.test.ts';

/** These judge misconceptions and drawn inputs, and never the reference. */
const WITHOUT_REFERENCE = / > (refutes |draws its hard cases)/;

/** Cheap tests first: a mutant is dropped at the first that fails. */
const ORDER = [/ > has the /, / > refuses/, / > is what its running-error form/, / > gradient by hand/];

/**
 * Runs the wanted tests of vitest's project `reference` in this process, from the working directory, which holds
 * instrumented copies of the reference. Every property draws from its own fixed seed and stops at its first failure,
 * unshrunk.
 */
export class InProcessRunner {
  private tests: CollectedTest[] | undefined;

  /** Runs all tests without a mutant: which tests reach which mutants. */
  async dryRun(): Promise<{ tests: TimedTest[]; coverage: MutantCoverage; failures: string[] }> {
    const tests = await this.load();
    const timed: TimedTest[] = [];
    const failures: string[] = [];
    for (const { id, run } of tests) {
      switchboard().currentTestId = id;
      const start = performance.now();
      const failure = await failureOf(run);
      if (failure !== null) failures.push(`${id}: ${failure}`);
      timed.push({ id, milliseconds: performance.now() - start });
    }
    switchboard().currentTestId = undefined;
    return { tests: timed, coverage: switchboard().mutantCoverage ?? { static: {}, perTest: {} }, failures };
  }

  /** Runs the tests with a mutant, up to the first failure. A mutant active while modules load must be the first. */
  async mutantRun({ id, tests, hitLimit }: MutantRun): Promise<MutantVerdict> {
    const board = switchboard();
    Object.assign(board, { activeMutant: id, hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    try {
      const loaded = await this.load();
      const byId = new Map(loaded.map((test) => [test.id, test]));
      let ran = 0;
      for (const test of tests?.flatMap((wanted) => byId.get(wanted) ?? []) ?? loaded) {
        ran++;
        const failure = await failureOf(test.run);
        if (hitLimit !== undefined && (board.hitCount ?? 0) > hitLimit) return { status: 'timeout', ran };
        if (failure !== null) return { status: 'killed', by: test.id, message: failure, ran };
      }
      return { status: 'survived', ran };
    } catch (error) {
      return { status: 'killed', by: 'loading', message: String(error), ran: 0 };
    } finally {
      board.activeMutant = undefined;
    }
  }

  private async load(): Promise<CollectedTest[]> {
    this.tests ??= await loadTests();
    return this.tests;
  }
}

async function loadTests(): Promise<CollectedTest[]> {
  for (const name of ['BACKPROOF_SEED', 'BACKPROOF_PATH', 'BACKPROOF_RUNS']) delete process.env[name];
  fc.configureGlobal({ endOnFailure: true });
  const { formulas, testFiles } = wantedTests();
  // Which formulas the suite itself takes.
  process.env['BACKPROOF_FORMULAS'] = formulas.join(',');
  const files = formulas.length > 0 ? [...testFiles, SUITE] : testFiles;
  const tests: CollectedTest[] = [];
  for (const file of files.sort()) {
    tests.push(...(await collect(file, () => import(pathToFileURL(resolve(file)).href))));
  }
  const rank = ({ id }: CollectedTest): number => {
    const found = ORDER.findIndex((pattern) => pattern.test(id));
    return found === -1 ? ORDER.length : found;
  };
  return tests.filter(({ id }) => !WITHOUT_REFERENCE.test(id)).sort((a, b) => rank(a) - rank(b));
}

async function failureOf(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

function switchboard(): Switchboard {
  const held = globalThis as unknown as { __stryker__?: Switchboard };
  held.__stryker__ ??= {};
  return held.__stryker__;
}
