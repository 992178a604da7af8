import pc from 'picocolors';
import type { SerializedError } from 'vitest';
import {
  DefaultReporter,
  type TestCase,
  type TestModule,
  type TestSpecification,
  type TestSuite,
  type Vitest,
} from 'vitest/node';
import './task-meta.ts';
import { entryPaths } from '../entry/entries.ts';
import { areAllTests, completeCoverage, type Sources, sourcesOf } from './coverage-data.ts';
import { HeldOutput } from './held-output.ts';
import { failureLines, matrixLines, type Outcome, type Paint, type TestOutcome, totalsLine } from './matrix.ts';
import { Progress, shownDuration } from './progress.ts';
import { estimate, keepTimes, readTimes } from './run-times.ts';

const PROGRESS_EVERY = 10_000;

/**
 * What a person wants to read of two thousand tests: how long they take, one line per file, every failure in full, the
 * matrix of formulas by backends, and the totals on the last line. What TensorFlow, Dawn and tfjs's warnings add is shown
 * if a test failed, or as it comes with BACKPROOF_VERBOSE=1.
 */
export default class MatrixReporter extends DefaultReporter {
  readonly #noise = new HeldOutput();
  #sources: Sources = {};
  #outcome: Outcome = { tests: [], durations: new Map(), broken: [], unhandled: 0 };
  #progress = new Progress(0);
  #timer: NodeJS.Timeout | undefined;
  #lastLine = 0;

  override onInit(vitest: Vitest): void {
    super.onInit(vitest);
    // The processes of the tests are piped to these; what vitest says itself still goes to the real ones.
    if (this.#isQuiet()) Object.assign(vitest.logger, { outputStream: this.#noise, errorStream: this.#noise });
  }

  /** What a test prints is meant to be seen; warnings are tfjs's. */
  override onUserConsoleLog(...log: Parameters<DefaultReporter['onUserConsoleLog']>): void {
    const [{ type, content }] = log;
    if (!this.#isQuiet()) super.onUserConsoleLog(...log);
    else if (type === 'stdout') this.log(content.trimEnd());
    else this.#noise.write(content);
  }

  override onTestRunStart(files: readonly TestSpecification[]): void {
    super.onTestRunStart(files);
    const expectation = this.#expectation(files);
    if (expectation !== null && this.ctx.getGlobalTestNamePattern() === undefined) this.log(` ${expectation}\n`);
    this.#sources = sourcesOf(this.ctx.config.root);
    this.#progress = new Progress(Date.now());
    this.#lastLine = Date.now();
    // A terminal shows vitest's own summary.
    if (!this.isTTY) this.#timer = setInterval(() => this.#showProgress(), 1000).unref();
  }

  override onTestCaseResult(test: TestCase): void {
    super.onTestCaseResult(test);
    if (test.result().state !== 'skipped')
      this.#progress.tested(nameOfModule(test.module), test.meta().formula ?? test.name);
  }

  override onTestModuleEnd(module: TestModule): void {
    super.onTestModuleEnd(module);
    this.#progress.ended(nameOfModule(module));
  }

  override onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: Parameters<DefaultReporter['onTestRunEnd']>[2],
  ): void {
    clearInterval(this.#timer);
    this.#outcome = outcomeOf(modules, errors.length);
    super.onTestRunEnd(modules, errors, reason);
    // Part of a file, or one that failed, says nothing of how long the whole takes.
    if (this.ctx.getGlobalTestNamePattern() === undefined) {
      if (reason === 'passed') keepTimes(modules.map(timedModule));
      if (reason !== 'interrupted') this.#keepCoverage(modules.filter(({ project }) => project.name === 'reference'));
    }
    // Where no test was found the summary, which holds the totals, is not asked for.
    if (modules.length === 0 && errors.length === 0) this.log(totalsLine(this.#outcome));
  }

  /** A failed file is not a reason to list the tests that passed in it; the failures follow in full at the end. */
  protected override printTestCase(state: ReturnType<TestModule['state']>, test: TestCase): void {
    if (test.result().state === 'failed') super.printTestCase(state, test);
  }

  protected override printTestSuite(_suite: TestSuite): void {}

  override log(...messages: Parameters<DefaultReporter['log']>): void {
    this.#lastLine = Date.now();
    super.log(...messages);
  }

  /** Stands in the place of vitest's own summary, after the failures. */
  override reportTestSummary(): void {
    const coloured = process.stdout.isTTY === true && !process.env['NO_COLOR'];
    const colours = pc.createColors(coloured);
    const paint: Paint = (word, colour) => colours[colour](word);
    const totals = totalsLine(this.#outcome);
    const failed = !totals.includes(' 0 failed');
    const noise = this.#noise.text.trim();
    if (failed && noise !== '') this.log(`what the processes of the tests wrote:\n${noise}\n`);
    for (const line of matrixLines(this.#outcome, paint)) this.log(line);
    for (const line of failureLines(this.#outcome, paint)) this.log(line);
    this.log(`${((this.end - this.start) / 1000).toFixed(1)} s`);
    this.log('');
    this.log(paint(totals, failed ? 'red' : 'green'));
  }

  /** What the reference's own tests reached can be judged where all of them passed, whatever became of the others. */
  #keepCoverage(ofReference: readonly TestModule[]): void {
    const { root } = this.ctx.config;
    const paths = ofReference.map(({ relativeModuleId }) => relativeModuleId);
    if (ofReference.every((module) => module.ok()) && areAllTests(root, paths)) completeCoverage(root, this.#sources);
  }

  /** How long this takes; null if it is next to nothing. */
  #expectation(files: readonly TestSpecification[]): string | null {
    const found = files.map(({ project, moduleId }) => ({ project: project.name, path: this.relative(moduleId) }));
    const workers = this.ctx.projects[0]?.config.maxWorkers ?? 1;
    const { seconds, guessed } = estimate(found, readTimes(), entryPaths().length, workers);
    if (seconds < 5) return null;
    const about = `about ${shownDuration(seconds)}`;
    if (guessed === 0) return `This takes ${about}, by the last run here.`;
    const of = guessed === files.length ? 'none of the files has' : `${guessed} of ${files.length} files have not`;
    return `This may take ${about}, which is a guess: ${of} run here before.`;
  }

  #isQuiet(): boolean {
    return !process.env['BACKPROOF_VERBOSE'] && !this.ctx.config.watch;
  }

  #showProgress(): void {
    if (Date.now() - this.#lastLine >= PROGRESS_EVERY) this.log(` … ${this.#progress.line(Date.now())}`);
  }
}

/** The backend, or the file where a project has several. */
function nameOfModule({ project, relativeModuleId }: TestModule): string {
  return relativeModuleId === 'properties/suite/backend.test.ts' ? project.name : relativeModuleId;
}

function timedModule(module: TestModule): { project: string; path: string; milliseconds: number } {
  const { duration, collectDuration, setupDuration, prepareDuration, environmentSetupDuration } = module.diagnostic();
  const milliseconds = duration + collectDuration + setupDuration + prepareDuration + environmentSetupDuration;
  return { project: module.project.name, path: module.relativeModuleId, milliseconds };
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
  const said = test.result().errors?.[0]?.message.split('\n', 1)[0] ?? '';
  return {
    // A test that never ran, in a run that was broken off, has not passed.
    state: state === 'pending' ? 'skipped' : state,
    project,
    ...(state === 'failed' ? { failure: `${test.module.relativeModuleId} > ${test.fullName}: ${said}` } : {}),
    ...(formula === undefined ? {} : { formula }),
    ...(backend === undefined ? {} : { backend }),
    ...(starts === undefined ? {} : { starts }),
    ...(diverges === undefined ? {} : { diverges }),
    ...(draws === undefined ? {} : { draws }),
  };
}
