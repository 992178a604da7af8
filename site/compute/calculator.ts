import type { Computed, Description, Implementation, Input, Question, Told } from './messages.ts';

/** How long one computation may take, in milliseconds. Loading does not count. */
export const BUDGET = 2000;
/** WebGPU compiles a program for each operation that it meets for the first time. */
const WEBGPU_BUDGET = 10_000;

/** The budget of an implementation. */
export function budgetOf(implementation: Implementation): number {
  return implementation === 'webgpu' ? WEBGPU_BUDGET : BUDGET;
}

/** What came of a question. */
export type Outcome =
  | { kind: 'described'; description: Description }
  | { kind: 'computed'; computed: Computed }
  /** the formula does not take the arguments */
  | { kind: 'refused'; message: string }
  | { kind: 'failed'; message: string }
  | { kind: 'stopped' }
  | { kind: 'over budget' }
  /** another question came */
  | { kind: 'superseded' };

type WithoutId<Q> = Q extends Question ? Omit<Q, 'id'> : never;

interface Pending {
  question: Question;
  began: () => void;
  done: (outcome: Outcome) => void;
}

/** A worker that computes by one implementation, one question at a time: of those that wait only the last is asked. */
export class Calculator {
  readonly #makeWorker: () => Worker;
  readonly #budget: number;
  #worker: Worker | null = null;
  #asked: Pending | null = null;
  #waiting: Pending | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;

  constructor(makeWorker: () => Worker, budget = BUDGET) {
    this.#makeWorker = makeWorker;
    this.#budget = budget;
  }

  describe(name: string): Promise<Outcome> {
    return this.#ask({ kind: 'describe', name }, () => undefined);
  }

  /** @param began called when all is loaded and the budget runs */
  compute(name: string, implementation: Implementation, input: Input, began: () => void): Promise<Outcome> {
    return this.#ask({ kind: 'compute', name, implementation, input }, began);
  }

  /** Ends what is being computed; the next question starts afresh. */
  stop(): void {
    this.#waiting?.done({ kind: 'stopped' });
    this.#waiting = null;
    this.#end({ kind: 'stopped' });
  }

  #ask(question: WithoutId<Question>, began: () => void): Promise<Outcome> {
    return new Promise((done) => {
      this.#lastId += 1;
      const pending: Pending = { question: { ...question, id: this.#lastId }, began, done };
      // What is asked already goes on, since a worker cannot be interrupted, only ended; nobody hears of it.
      this.#asked?.done({ kind: 'superseded' });
      this.#waiting?.done({ kind: 'superseded' });
      this.#waiting = pending;
      this.#next();
    });
  }

  #next(): void {
    if (this.#asked || !this.#waiting) return;
    this.#asked = this.#waiting;
    this.#waiting = null;
    this.#worker ??= this.#started();
    this.#worker.postMessage(this.#asked.question);
  }

  #started(): Worker {
    const worker = this.#makeWorker();
    worker.onmessage = ({ data }: MessageEvent<Told>) => this.#heard(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#end({ kind: 'failed', message: event.message || 'its program could not be loaded: is the network there?' });
    };
    return worker;
  }

  #heard(told: Told): void {
    if (told.id !== this.#asked?.question.id) return;
    if (told.kind === 'began') {
      this.#timer = setTimeout(() => this.#end({ kind: 'over budget' }), this.#budget);
      this.#asked.began();
      return;
    }
    const { done } = this.#asked;
    this.#forget();
    done(told);
    this.#next();
  }

  /** Ends the worker with what it does. */
  #end(outcome: Outcome): void {
    this.#worker?.terminate();
    this.#worker = null;
    const asked = this.#asked;
    this.#forget();
    asked?.done(outcome);
    this.#next();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#asked = null;
  }
}
