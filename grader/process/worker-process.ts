import { type ChildProcess, fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { messageOf } from '../../accelerated/error-message.ts';
import { moduleAt, nodeArguments } from '../../host/source-files.ts';
import type { Bounds } from './bounds.ts';
import { endingOf } from './ending.ts';
import { NOTES, type Note, noteOf } from './notes.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import type { Reply, Runner } from './runner.ts';

const WORKER = moduleAt(new URL('./worker.ts', import.meta.url));
/** What it may leave unsaid after its end before its channels count as closed: somebody else may hold them open. */
const CLOSE_MS = 5_000;
/** The most characters kept of what it writes to standard error. */
const MOST_STDERR = 4_000;

/** A child process that runs submissions, spoken to in turns. */
export class WorkerProcess implements Runner {
  readonly #bounds: Bounds;
  readonly #child: ChildProcess | null;
  readonly #inbox: Reply[] = [];
  #wake: (() => void) | null = null;
  #dead = false;
  /** whether it has given a sign of life since the last look */
  #heard = false;
  #note: Note | null = null;
  #stderr = '';
  /** names of the oracles that it has been given */
  readonly oracles = new Set<string>();

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
    this.#child = this.#forked();
    const child = this.#child;
    if (child === null) return;
    child.on('message', (message) => this.#receive(message as FromWorker));
    child.on('error', (error) => this.#end({ type: 'killed', reason: error.message, grown: false }));
    this.#listen(child);
    void this.#ended(child).then(([code, signal]) =>
      this.#end(endingOf({ note: this.#note, code, signal, stderr: this.#stderr }, bounds.memoryMiB)),
    );
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Milliseconds of CPU that the submission had left at the last sign of life, or null if there was none. */
  get leftMs(): number | null {
    return this.#note?.leftMs ?? null;
  }

  send(message: ToWorker): void {
    // What is said before belongs to another submission.
    if ('leftMs' in message) this.#note = null;
    // A send to a process that has just died is answered by how it ended in the next reply.
    if (this.#child?.connected) this.#child.send(message, () => undefined);
  }

  /**
   * The next message, or what happened instead. A process that gives no sign of life is killed. That goes by looks that
   * this process makes, not by a clock: while it is stopped itself it makes none.
   */
  async reply(): Promise<Reply> {
    const waiting = this.#inbox.shift();
    if (waiting) return waiting;
    if (this.#dead) return { type: 'killed', reason: 'it had ended before', grown: false };
    return new Promise((resolve) => {
      let silent = 0;
      this.#heard = false;
      const looking = setInterval(() => {
        silent = this.#heard ? 0 : silent + 1;
        this.#heard = false;
        if (silent < this.#bounds.silentLooks) return;
        clearInterval(looking);
        this.#wake = null;
        this.kill();
        resolve({ type: 'killed', reason: 'it gave no sign of life', grown: false });
      }, this.#bounds.lookMs);
      this.#wake = () => {
        clearInterval(looking);
        this.#wake = null;
        resolve(this.#inbox.shift() as Reply);
      };
    });
  }

  kill(): void {
    this.#dead = true;
    this.#child?.kill('SIGKILL');
  }

  /** null if the machine has no room for one more process, or too few descriptors; that is its end, too. */
  #forked(): ChildProcess | null {
    try {
      return fork(WORKER, [], {
        execArgv: nodeArguments(),
        serialization: 'advanced',
        // Only what Node needs to start is passed on from the parent's environment.
        env: {
          PATH: process.env['PATH'],
          TMPDIR: process.env['TMPDIR'],
          SystemRoot: process.env['SystemRoot'],
          TZ: 'UTC',
        },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
      });
    } catch (error) {
      this.#end({ type: 'killed', reason: messageOf(error), grown: false });
      return null;
    }
  }

  #listen(child: ChildProcess): void {
    let rest = '';
    // There is none if the process could not be started.
    const notes = child.stdio?.[NOTES] as Readable | undefined;
    notes?.setEncoding('utf8').on('data', (text: string) => {
      this.#heard = true;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#note = noteOf(line) ?? this.#note;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-MOST_STDERR);
    });
    // A channel that breaks is followed by the end of its process.
    for (const channel of [notes, child.stderr]) channel?.on('error', () => undefined);
  }

  /** Its exit code and signal, once everything that it said has been heard: that may arrive after its end. */
  async #ended(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const disconnected = new Promise<void>((resolve) => child.once('disconnect', () => resolve()));
    return new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        const timer = setTimeout(() => resolve([code, signal]), CLOSE_MS);
        void Promise.all([closed, disconnected]).then(() => {
          clearTimeout(timer);
          resolve([code, signal]);
        });
      });
    });
  }

  #receive(message: Reply): void {
    this.#heard = true;
    this.#inbox.push(message);
    this.#wake?.();
  }

  #end(reply: Reply): void {
    if (this.#dead && this.#wake === null) return;
    this.#dead = true;
    this.#receive(reply);
  }
}
