import { type ChildProcess, fork } from 'node:child_process';
import { moduleAt, nodeArguments } from '../../properties/entry/source-files.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { WATCHDOG_SIGNAL } from './watchdog.ts';

const WORKER = moduleAt(new URL('./worker.ts', import.meta.url));

/** How the wait for a message ended. */
export type Reply = FromWorker | { type: 'deadline' } | { type: 'died'; reason: string };

/** A child process that runs submissions, spoken to in turns. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #inbox: Reply[] = [];
  #wake: (() => void) | null = null;
  #dead = false;
  /** names of the oracles that it has been given */
  readonly oracles = new Set<string>();

  constructor() {
    this.#child = fork(WORKER, [], {
      execArgv: nodeArguments(),
      serialization: 'advanced',
      // Only what Node needs to start is passed on from the parent's environment.
      env: {
        PATH: process.env['PATH'],
        TMPDIR: process.env['TMPDIR'],
        SystemRoot: process.env['SystemRoot'],
        TZ: 'UTC',
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.on('message', (message) => this.#receive(message as FromWorker));
    this.#child.on('error', (error) => this.#end({ type: 'died', reason: error.message }));
    this.#child.on('exit', (code, signal) =>
      this.#end(
        signal === WATCHDOG_SIGNAL ? { type: 'deadline' } : { type: 'died', reason: signal ?? `exit code ${code}` },
      ),
    );
  }

  get dead(): boolean {
    return this.#dead;
  }

  send(message: ToWorker): void {
    // A send to a process that has just died is answered by 'died' in the next reply.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  /** The next message, or what happened instead. At the deadline the process is killed. */
  async reply(deadlineMs: number): Promise<Reply> {
    const waiting = this.#inbox.shift();
    if (waiting) return waiting;
    if (this.#dead) return { type: 'died', reason: 'it had ended before' };
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#wake = null;
        this.kill();
        resolve({ type: 'deadline' });
      }, deadlineMs);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve(this.#inbox.shift() as Reply);
      };
    });
  }

  kill(): void {
    this.#dead = true;
    this.#child.kill('SIGKILL');
  }

  #receive(message: Reply): void {
    this.#inbox.push(message);
    this.#wake?.();
  }

  #end(reply: Reply): void {
    if (this.#dead && this.#wake === null) return;
    this.#dead = true;
    this.#receive(reply);
  }
}
