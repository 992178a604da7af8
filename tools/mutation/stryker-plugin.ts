import { relative } from 'node:path';
import { HIT_FACTOR, InProcessRunner } from './in-process-runner.ts';

/** Stryker's limit takes a minute to reach in a loop that is reached a million times by a right formula's tests. */
const STRYKERS_HIT_FACTOR = 100;

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
    const limit = hitLimit === undefined ? undefined : (hitLimit / STRYKERS_HIT_FACTOR) * HIT_FACTOR;
    const verdict = await this.runner.mutantRun({ id: activeMutant.id, tests: testFilter, hitLimit: limit });
    if (verdict.status !== 'killed') return { status: verdict.status, nrOfTests: verdict.ran };
    return { status: 'killed', killedBy: [verdict.by], failureMessage: verdict.message, nrOfTests: verdict.ran };
  }
}

interface Named {
  name?: string;
}

/** A node of Babel's syntax tree with its parent, as far as it is needed here. */
interface NodePath {
  node: { type: string };
  parent?: { type: string; callee?: Named; id?: Named; arguments?: readonly object[] } | undefined;
}

/** For the helpers that say what shape an array should have had: the argument that is used only in the message. */
const SAID_ONLY: Readonly<Record<string, number>> = { expectShape: 3, expectSameShape: 0 };

/** What an error says is wording, not mathematics; that it is thrown, and that it names the argument, is tested. */
const errorWording = {
  shouldIgnore({ node, parent }: NodePath): string | undefined {
    const said = parent?.type === 'CallExpression' ? SAID_ONLY[parent.callee?.name ?? ''] : undefined;
    const isSaid = said !== undefined && parent?.arguments?.[said] === node;
    const isNamedLike = parent?.type === 'VariableDeclarator' && parent.id?.name === 'like';
    return node.type === 'ThrowStatement' || isSaid || isNamedLike ? 'the wording of an error' : undefined;
  },
};

/** A mutant that has been run, as Stryker reports it. */
interface MutantResult {
  fileName: string;
  location: { start: { line: number; column: number } };
  mutatorName: string;
  replacement: string;
  status: string;
}

/** Names each mutant that lives as soon as that is known. */
class SurvivorsReporter {
  onMutantTested({ fileName, location: { start }, mutatorName, replacement, status }: MutantResult): void {
    if (status === 'Killed' || status === 'Ignored') return;
    const change = `${mutatorName} -> ${replacement.replaceAll(/\s+/g, ' ').slice(0, 70)}`;
    console.log(`${status}: ${relative(process.cwd(), fileName)}:${start.line}:${start.column} ${change}`);
  }
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'backproof', injectableClass: BackproofTestRunner },
  { kind: 'Reporter', name: 'survivors', injectableClass: SurvivorsReporter },
  { kind: 'Ignore', name: 'error-wording', value: errorWording },
];
