import { firstLineOf } from '../../accelerated/error-message.ts';
import type { Asked, Checked, Rules } from '../engine/engine.ts';
import { type Files, sameFiles } from './files.ts';
import type { Judge } from './judge.ts';

/** What is to be tested. */
export interface Subject {
  files: Files;
  exercises: readonly Asked[];
  rules?: Rules;
}

export type CheckState =
  | { kind: 'idle' }
  | { kind: 'running' }
  | { kind: 'done'; checked: Checked; subject: Subject; ms: number }
  | { kind: 'stopped' }
  | { kind: 'failed'; message: string };

interface Options {
  makeJudge: () => Promise<Judge>;
  /** the work as it is now */
  subject: () => Subject;
  show: (state: CheckState) => void;
}

/** How long a student must pause in typing. */
export const PAUSE_MS = 600;

/** Tests the work a moment after the last change, or at once if that is asked for. */
export class Checker {
  readonly #options: Options;
  #judge: Promise<Judge> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Files | null = null;
  #run = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Loads what the first test needs. */
  warm(names: readonly string[]): void {
    // A fault shows itself at the first test.
    this.#started()
      .then((judge) => judge.warm(names))
      .catch(() => undefined);
  }

  /** To be told of each change. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { files } = this.#options.subject();
      if (this.#last === null || !sameFiles(this.#last, files)) void this.test();
    }, PAUSE_MS);
  }

  /** Tests what is there now; an earlier test that still runs ends. */
  async test(): Promise<void> {
    clearTimeout(this.#timer);
    const run = ++this.#run;
    const subject = this.#options.subject();
    this.#last = subject.files;
    if (subject.files.length === 0) return this.#options.show({ kind: 'idle' });
    this.#options.show({ kind: 'running' });
    const start = performance.now();
    try {
      const checked = await (await this.#started()).check(subject.files, subject.exercises, subject.rules);
      // A later test took its place, or it was stopped.
      if (run !== this.#run || checked === null) return;
      this.#options.show({ kind: 'done', checked, subject, ms: performance.now() - start });
    } catch (error) {
      if (run !== this.#run) return;
      this.#end();
      this.#options.show({ kind: 'failed', message: firstLineOf(error) });
    }
  }

  /** Ends a test that runs; the next one starts anew. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#run += 1;
    this.#end();
    this.#options.show({ kind: 'stopped' });
  }

  #started(): Promise<Judge> {
    this.#judge ??= this.#options.makeJudge();
    return this.#judge;
  }

  #end(): void {
    this.#judge?.then((judge) => judge.close()).catch(() => undefined);
    this.#judge = null;
  }
}
