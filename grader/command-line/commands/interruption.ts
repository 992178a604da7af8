/** A signal that is aborted when somebody ends the run, by SIGINT (Ctrl-C) or SIGTERM. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #onInterrupt = (): void => this.#controller.abort();

  constructor() {
    process.once('SIGINT', this.#onInterrupt);
    process.once('SIGTERM', this.#onInterrupt);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** From now on Ctrl-C ends the process again. */
  close(): void {
    process.off('SIGINT', this.#onInterrupt);
    process.off('SIGTERM', this.#onInterrupt);
  }
}
