import { messageOf } from '../../accelerated/error-message.ts';
import type { Bounds } from '../../grader/process/bounds.ts';
import type { FromWorker, ToWorker } from '../../grader/process/protocol.ts';
import type { Reply, Runner } from '../../grader/process/runner.ts';
import { confinedWorker } from '../shared/confined-worker.ts';
import { EVERY_MS, Watch } from './watch.ts';
// oxlint-disable-next-line import/default -- Vite makes its address the default export.
import program from './worker.ts?worker&url';

/** What the worker sends: its answers, and its pulse. */
type Sent = FromWorker | { type: 'pulse'; pulse: readonly number[] };

/** A Web Worker that runs submissions, spoken to in turns. */
export class PageWorker implements Runner {
  readonly #worker: Worker;
  readonly #watch: Watch;
  readonly #looking: ReturnType<typeof setInterval>;
  readonly #inbox: Reply[] = [];
  #wake: (() => void) | null = null;
  #isEnded = false;
  /** names of the oracles that it has been given */
  readonly oracles = new Set<string>();

  constructor(bounds: Bounds) {
    this.#worker = confinedWorker(program);
    this.#watch = new Watch(bounds);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Sent>) => {
      if (data.type === 'pulse') this.#watch.told(data.pulse);
      else this.#receive(data.type === 'done' ? { ...data, leftMs: this.#watch.leftMs } : data);
    });
    // An error without words is that of a file that could not be loaded.
    this.#worker.addEventListener('error', ({ message }) =>
      this.#end({ type: 'crashed', reason: message || 'its code could not be loaded' }),
    );
    let last = performance.now();
    this.#looking = setInterval(() => {
      const now = performance.now();
      if (this.#watch.look(now - last)) this.#end({ type: 'deadline' });
      last = now;
    }, EVERY_MS);
  }

  get leftMs(): number {
    return this.#watch.leftMs;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  send(message: ToWorker): void {
    try {
      this.#worker.postMessage(message);
    } catch (error) {
      this.#end({ type: 'crashed', reason: messageOf(error) });
    }
  }

  async reply(): Promise<Reply> {
    const waiting = this.#inbox.shift();
    if (waiting !== undefined) return waiting;
    if (this.#isEnded) return { type: 'killed', reason: 'it had ended before', grown: false };
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = null;
        resolve(this.#inbox.shift() as Reply);
      };
    });
  }

  /** Ends it; who waits for its reply is told that it was ended from outside. */
  terminate(): void {
    this.#end({ type: 'killed', reason: 'the page ended it', grown: false });
  }

  #end(reply: Reply): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    clearInterval(this.#looking);
    this.#worker.terminate();
    this.#receive(reply);
  }

  #receive(reply: Reply): void {
    this.#inbox.push(reply);
    this.#wake?.();
  }
}
