import pLimit, { type LimitFunction } from 'p-limit';
import { messageOf } from '../../accelerated/error-message.ts';
import type { Assignment } from '../assignment/assignment.ts';
import type { SourceFile } from '../class/submission.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { Heard, Listened } from '../sandbox/listen.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import type { Task } from './protocol.ts';
import { stopwatch } from './stopwatch.ts';
import { type Judged, type Outcome, SubmissionRun } from './submission-run.ts';
import { WorkerProcess } from './worker-process.ts';

export interface PoolSettings {
  jobs: number;
  limits: Assignment['limits'];
  shares: Assignment['shares'];
  /** the oracle of an exercise, computed when it is first asked for */
  oracle: (name: string) => Promise<Oracle>;
  /** in place of the usual ones */
  bounds?: Partial<Bounds>;
}

/** How often a process is started before the machine counts as unable to. */
const STARTS = 2;
/** Starts that failed in a row after which no more are tried: each may take a minute, and the next run tries again. */
const MOST_FAILED_STARTS = 6;
/** Submissions that may wait for each process, so that none is idle while the first in the order of the ids takes long. */
const WAITING = 16;
/** Submissions after which a process is replaced, so that what an engine leaks does not add up. */
const LIFETIME = 2_000;

/** A pool of processes that run submissions; those that end are replaced. */
export class Pool {
  readonly #settings: PoolSettings;
  readonly #bounds: Bounds;
  readonly #idle: WorkerProcess[] = [];
  /** how many submissions each process that is ready has served */
  readonly #served = new Map<WorkerProcess, number>();
  readonly #all = new Set<WorkerProcess>();
  readonly #limit: LimitFunction;
  #failedStarts = 0;
  #closed = false;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.#bounds = { ...boundsOf(settings.limits), ...settings.bounds };
    this.#limit = pLimit(settings.jobs);
  }

  /** Starts processes ahead of the first submissions. */
  warm(count = 1): void {
    while (this.#idle.length < count) this.#idle.push(this.#start());
  }

  /** The most submissions to give it at once. */
  get capacity(): number {
    return WAITING * this.#settings.jobs;
  }

  judge(files: readonly SourceFile[], tasks: readonly Task[]): Promise<Judged> {
    return this.#limit(async () => {
      const ended = stopwatch();
      const processes = {
        take: () => this.#take(),
        giveBack: (worker: WorkerProcess) => this.#giveBack(worker),
        drop: (worker: WorkerProcess) => this.#drop(worker),
        provide: (worker: WorkerProcess, names: readonly string[]) => this.#provide(worker, names),
      };
      const run = new SubmissionRun(processes, files, tasks, this.#bounds.sharedMs);
      const outcome = await run
        .outcome()
        .catch((error: unknown): Outcome => ({ kind: 'fault', message: messageOf(error) }));
      return { ...outcome, times: ended() };
    });
  }

  /** What a submission prints. If the process has to be ended, or dies, what was heard before that. */
  listen(files: readonly SourceFile[], exercises: readonly Listened[]): Promise<Heard[]> {
    return this.#limit(async () => {
      const heard: Heard[] = [];
      const worker = await this.#take();
      worker.send({ type: 'listen', files: [...files], exercises: [...exercises], leftMs: this.#bounds.sharedMs });
      let reply = await worker.reply();
      for (; reply.type === 'heard'; reply = await worker.reply()) heard.push(reply.heard);
      if (reply.type === 'done') this.#giveBack(worker);
      else this.#drop(worker);
      return heard;
    });
  }

  /** Ends all processes; what is under way ends as a fault, and no new process starts. */
  close(): void {
    this.#closed = true;
    for (const process of this.#all) process.kill();
    this.#all.clear();
  }

  /** Gives a process the oracles that it lacks. */
  async #provide(worker: WorkerProcess, names: readonly string[]): Promise<void> {
    const oracles: Oracle[] = [];
    for (const name of names) {
      if (worker.oracles.has(name)) continue;
      oracles.push(await this.#settings.oracle(name));
      worker.oracles.add(name);
    }
    if (oracles.length > 0) worker.send({ type: 'oracles', oracles });
  }

  async #take(): Promise<WorkerProcess> {
    for (let failed = 0; ; ) {
      if (this.#closed) throw new Error('the pool is closed');
      if (this.#idle.length === 0 && this.#failedStarts >= MOST_FAILED_STARTS)
        throw new Error('no process to run submissions starts on this machine any more');
      const worker = this.#idle.pop() ?? this.#start();
      if (this.#served.has(worker)) {
        if (!worker.dead) return worker;
        this.#drop(worker);
        continue;
      }
      const ready = await worker.reply();
      if (ready.type === 'ready' && !this.#closed) {
        this.#failedStarts = 0;
        this.#served.set(worker, 0);
        return worker;
      }
      this.#drop(worker);
      const reason = this.#closed ? 'the pool is closed' : 'reason' in ready ? ready.reason : ready.type;
      failed += 1;
      this.#failedStarts += 1;
      if (failed >= STARTS || this.#closed) throw new Error(`a process to run submissions did not start: ${reason}`);
    }
  }

  #start(): WorkerProcess {
    const { limits, shares } = this.#settings;
    const worker = new WorkerProcess(this.#bounds);
    this.#all.add(worker);
    worker.send({ type: 'setup', limits, shares, bounds: this.#bounds });
    return worker;
  }

  #giveBack(worker: WorkerProcess): void {
    const served = (this.#served.get(worker) ?? 0) + 1;
    this.#served.set(worker, served);
    if (served >= LIFETIME || this.#closed) this.#drop(worker);
    else this.#idle.push(worker);
  }

  #drop(worker: WorkerProcess): void {
    worker.kill();
    this.#all.delete(worker);
    this.#served.delete(worker);
  }
}
