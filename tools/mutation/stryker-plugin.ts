import { InProcessRunner } from './in-process-runner.ts';

/** What Stryker asks of a test runner for one mutant. */
interface StrykerRun {
  activeMutant: { id: string };
  testFilter?: string[];
  hitLimit?: number;
}

/** Stryker's side of the in-process runner: it tells Stryker which tests reach a mutant, and runs those. */
class BackproofTestRunner {
  private readonly runner = new InProcessRunner();

  /** A mutant that counts while modules load needs a process of its own. */
  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: false };
  }

  async dryRun(): Promise<object> {
    const { tests, coverage, failures } = await this.runner.dryRun();
    if (failures.length > 0) return { status: 'error', errorMessage: failures.join('\n') };
    return {
      status: 'complete',
      mutantCoverage: coverage,
      // 0 is success
      tests: tests.map(({ id, milliseconds }) => ({ id, name: id, timeSpentMs: milliseconds, status: 0 })),
    };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: StrykerRun): Promise<object> {
    const verdict = await this.runner.mutantRun({ id: activeMutant.id, tests: testFilter, hitLimit });
    if (verdict.status !== 'killed') return { status: verdict.status, nrOfTests: verdict.ran };
    return { status: 'killed', killedBy: [verdict.by], failureMessage: verdict.message, nrOfTests: verdict.ran };
  }
}

/** A node of the syntax tree with those around it, as far as it is asked for here. */
interface NodePath {
  node: { type: string };
}

/** What an error says is wording and no mathematics; that it is thrown, and that it names the argument, is tested. */
const errorWording = {
  shouldIgnore: ({ node }: NodePath): string | undefined =>
    node.type === 'ThrowStatement' ? 'the wording of an error' : undefined,
};

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'backproof', injectableClass: BackproofTestRunner },
  { kind: 'Ignore', name: 'error-wording', value: errorWording },
];
