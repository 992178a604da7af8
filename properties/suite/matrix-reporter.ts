import pc from 'picocolors';
import type { SerializedError, UserConsoleLog } from 'vitest';
import { DefaultReporter, type TestCase, type TestModule, type TestSuite } from 'vitest/node';
import './task-meta.ts';
import { matrixLines, type Outcome, type Paint, type TestOutcome, totalsLine } from './matrix.ts';

/**
 * What a person wants to read of two thousand tests: one line per file, every failure in full, the matrix of formulas by
 * backends, and the totals on the last line.
 */
export default class MatrixReporter extends DefaultReporter {
  #outcome: Outcome = { tests: [], durations: new Map(), broken: [], unhandled: 0 };

  override onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: Parameters<DefaultReporter['onTestRunEnd']>[2],
  ): void {
    this.#outcome = outcomeOf(modules, errors.length);
    super.onTestRunEnd(modules, errors, reason);
    // Where no test was found the summary, which holds the totals, is not asked for.
    if (modules.length === 0 && errors.length === 0) this.log(totalsLine(this.#outcome));
  }

  /** A failed file is not a reason to list the tests that passed in it; the failures follow in full at the end. */
  protected override printTestCase(state: ReturnType<TestModule['state']>, test: TestCase): void {
    if (test.result().state === 'failed') super.printTestCase(state, test);
  }

  protected override printTestSuite(_suite: TestSuite): void {}

  /** tfjs advertises tfjs-node from every process that computes on cpu. */
  override shouldLog(log: UserConsoleLog, state?: Parameters<DefaultReporter['shouldLog']>[1]): boolean {
    return !log.content.includes('you are running TensorFlow.js in Node.js') && super.shouldLog(log, state);
  }

  /** Stands in the place of vitest's own summary, after the failures. */
  override reportTestSummary(): void {
    const coloured = process.stdout.isTTY === true && !process.env['NO_COLOR'];
    const colours = pc.createColors(coloured);
    const paint: Paint = (word, colour) => colours[colour](word);
    const totals = totalsLine(this.#outcome);
    const failed = !totals.includes(' 0 failed');
    for (const line of matrixLines(this.#outcome, paint)) this.log(line);
    for (const { project, file } of this.#outcome.broken) this.log(paint(`did not load: ${project} ${file}`, 'red'));
    if (this.#outcome.unhandled > 0) this.log(paint(`errors outside of any test: ${this.#outcome.unhandled}`, 'red'));
    this.log(`${((this.end - this.start) / 1000).toFixed(1)} s`);
    this.log('');
    this.log(paint(totals, failed ? 'red' : 'green'));
  }
}

function outcomeOf(modules: readonly TestModule[], unhandled: number): Outcome {
  const tests: TestOutcome[] = [];
  const durations = new Map<string, number>();
  const broken: { project: string; file: string }[] = [];
  for (const module of modules) {
    const project = module.project.name;
    const { duration, collectDuration } = module.diagnostic();
    durations.set(project, (durations.get(project) ?? 0) + duration + collectDuration);
    if (module.errors().length > 0) broken.push({ project, file: module.relativeModuleId });
    for (const test of module.children.allTests()) tests.push(outcomeOfTest(test, project));
  }
  return { tests, durations, broken, unhandled };
}

function outcomeOfTest(test: TestCase, project: string): TestOutcome {
  const { state } = test.result();
  const { formula, backend, starts, diverges, draws } = test.meta();
  return {
    // A test that never ran, in a run that was broken off, is no passed one.
    state: state === 'pending' ? 'skipped' : state,
    project,
    ...(formula === undefined ? {} : { formula }),
    ...(backend === undefined ? {} : { backend }),
    ...(starts === undefined ? {} : { starts }),
    ...(diverges === undefined ? {} : { diverges }),
    ...(draws === undefined ? {} : { draws }),
  };
}
