import { SubmissionProblem, shownName } from './problem.ts';
import type { SourceLimits } from './submission.ts';

/** What a submission may still hand in: bytes of source, counted before and after they are read. */
export class SizeBudget {
  /** The most bytes that one file may hold. */
  readonly limit: number;
  readonly #shown: string;
  #left: number;

  constructor(limits: SourceLimits) {
    this.limit = limits.sourceKiB * 1024;
    this.#shown = `${limits.sourceKiB} KiB`;
    this.#left = this.limit;
  }

  /** @throws {SubmissionProblem} The file alone, or together with those before, is too large. */
  take(path: string, bytes: number): void {
    if (bytes > this.limit) {
      throw new SubmissionProblem(`${shownName(path)} is larger than the ${this.#shown} of source that are allowed`);
    }
    if (bytes > this.#left) {
      throw new SubmissionProblem(`the files together are larger than the ${this.#shown} of source that are allowed`);
    }
    this.#left -= bytes;
  }
}
