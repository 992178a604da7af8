import type { MutantCoverage, MutantRun, MutantVerdict, TimedTest } from '../in-process-runner.ts';

/** What the parent asks of a worker: one question at a time. */
export type Question = { ask: 'dry run' } | { ask: 'mutant'; run: MutantRun };

/** What the worker answers. */
export type Answer =
  | { answer: 'dry run'; tests: TimedTest[]; coverage: MutantCoverage; failures: string[] }
  | { answer: 'mutant'; verdict: MutantVerdict };
