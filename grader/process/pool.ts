import pLimit, { type LimitFunction } from 'p-limit';
import { messageOf } from '../../accelerated/error-message.ts';
import type { Assignment } from '../assignment/assignment.ts';
import type { SourceFile } from '../class/submission.ts';
import { withGains } from '../judge/gains.ts';
import { endedRecord } from '../judge/judge.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { Drawing } from '../record/drawing.ts';
import type { ExerciseRecord, ExerciseStatus, FollowThrough } from '../record/record.ts';
import type { Heard, Listened } from '../sandbox/listen.ts';
import type { LoadReport, Misspelt, Task } from './protocol.ts';
import { type Reply, WorkerProcess } from './worker-process.ts';

/** When the processes had a submission, and for how long. */
export interface Times {
  startedAt: string;
  durationMs: number;
}

/** The outcome of a submission in the processes. */
export type Outcome =
  | { kind: 'judged'; report: LoadReport; exercises: ExerciseRecord[]; drawings: Drawing[]; misspelt: Misspelt[] }
  /** it could not even be loaded */
  | { kind: 'unloadable'; message: string }
  /** a fault of the grader, never the student's */
  | { kind: 'fault'; message: string };

export type Judged = Outcome & { times: Times };

export interface PoolSettings {
  jobs: number;
  limits: Assignment['limits'];
  shares: Assignment['shares'];
  /** the oracle of an exercise, computed when it is first asked for */
  oracle: (name: string) => Promise<Oracle>;
}

/** Statuses that can make dependent exercises fail. */
const BROKEN: ReadonlySet<ExerciseStatus> = new Set(['wrong', 'error', 'timeout', 'memory', 'unstable']);
const START_MS = 60_000;
/** Submissions that may wait for each process, so that none is idle while the first in the order of the ids takes long. */
const WAITING = 16;
/** Submissions after which a process is replaced, so that what an engine leaks does not add up. */
const LIFETIME = 2_000;

/**
 * A pool of processes that run submissions. A process that does not answer by its deadline is killed and replaced: that
 * costs the exercise during which it happened, and no other. One that dies is given the same exercise once more, since
 * the first death may have been the machine's.
 */
export class Pool {
  readonly #settings: PoolSettings;
  readonly #idle: { process: WorkerProcess; served: number }[] = [];
  readonly #all = new Set<WorkerProcess>();
  readonly #limit: LimitFunction;
  #closed = false;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.#limit = pLimit(settings.jobs);
  }

  /** Starts processes ahead of the first submissions. */
  warm(count = 1): void {
    while (this.#idle.length < count) this.#idle.push({ process: this.#start(), served: 0 });
  }

  /** The most submissions to give it at once. */
  get capacity(): number {
    return WAITING * this.#settings.jobs;
  }

  judge(files: readonly SourceFile[], tasks: readonly Task[]): Promise<Judged> {
    return this.#limit(async () => {
      const ended = stopwatch();
      const outcome = await this.#judge(files, tasks).catch(
        (error: unknown): Outcome => ({
          kind: 'fault',
          message: messageOf(error),
        }),
      );
      return { ...outcome, times: ended() };
    });
  }

  /** What a submission prints. If the process has to be ended, or dies, what was heard before that. */
  listen(files: readonly SourceFile[], exercises: readonly Listened[]): Promise<Heard[]> {
    return this.#limit(async () => {
      const heard: Heard[] = [];
      const { process: worker, served } = await this.#take();
      worker.send({ type: 'listen', files: [...files], exercises: [...exercises] });
      let reply: Reply;
      for (;;) {
        reply = await worker.reply(this.#deadlineMs());
        if (reply.type !== 'heard') break;
        heard.push(reply.heard);
      }
      if (reply.type === 'done') this.#giveBack(worker, served + 1);
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

  async #judge(files: readonly SourceFile[], tasks: readonly Task[]): Promise<Outcome> {
    const exercises: ExerciseRecord[] = [];
    const drawings: Drawing[] = [];
    const misspelt: Misspelt[] = [];
    let report: LoadReport | null = null;
    const deaths = new Map<string, number>();
    // Each turn is one process: it opens the submission and judges what is left, until all is judged or it ends.
    while (report === null || exercises.length < tasks.length) {
      const worker = await this.#take();
      const opened = await this.#open(worker.process, files);
      if (opened.type === 'fault') return { kind: 'fault', message: opened.message };
      if (opened.type !== 'opened') {
        const count = (deaths.get('') ?? 0) + 1;
        deaths.set('', count);
        if (opened.type === 'deadline') return { kind: 'unloadable', message: 'takes too long to load' };
        if (count > 1)
          return {
            kind: 'unloadable',
            message: `ends the process that loads it (${opened.type === 'died' ? opened.reason : opened.type}): its code may be nested too deep to be parsed`,
          };
        continue;
      }
      report = opened.report;
      const ended = await this.#judgeRest(worker.process, report, tasks, { exercises, drawings, misspelt });
      if (ended === null) {
        this.#giveBack(worker.process, worker.served + 1);
        continue;
      }
      if (ended.reply.type === 'fault') {
        this.#drop(worker.process);
        return { kind: 'fault', message: ended.reply.message };
      }
      const task = tasks[exercises.length] as Task;
      const count = (deaths.get(task.name) ?? 0) + 1;
      deaths.set(task.name, count);
      if (ended.reply.type === 'deadline') {
        exercises.push(endedRecord(task.name, task.points, 'timeout', 'does not end before the deadline'));
      } else if (count > 1) {
        exercises.push(endedRecord(task.name, task.points, 'memory', 'ends the process that runs it'));
      }
    }
    const followed = await this.#followThrough(files, tasks, exercises);
    return { kind: 'judged', report, exercises: followed, drawings, misspelt };
  }

  /**
   * The verdicts, each with what it would be if the student's other functions were right. If the process has to be
   * ended, or dies, what it had not answered yet is lost.
   */
  async #followThrough(
    files: readonly SourceFile[],
    tasks: readonly Task[],
    exercises: readonly ExerciseRecord[],
  ): Promise<ExerciseRecord[]> {
    const broken = new Set(exercises.filter(({ status }) => BROKEN.has(status)).map(({ name }) => name));
    const followed = new Map<string, FollowThrough>();
    // A single broken one calls no other.
    if (broken.size > 1) {
      const { process: worker, served } = await this.#take();
      const wanted = tasks.filter(({ name }) => broken.has(name));
      const oracles = await this.#newOracles(worker, wanted);
      worker.send({ type: 'follow', files: [...files], tasks: wanted, oracles });
      let reply: Reply;
      for (;;) {
        reply = await worker.reply(this.#deadlineMs());
        if (reply.type !== 'followed') break;
        followed.set(reply.exercise, reply.followThrough);
      }
      if (reply.type === 'done') this.#giveBack(worker, served + 1);
      else this.#drop(worker);
    }
    return withGains(exercises, followed);
  }

  async #newOracles(worker: WorkerProcess, tasks: readonly Task[]): Promise<Oracle[]> {
    const oracles: Oracle[] = [];
    for (const { name } of tasks) {
      if (worker.oracles.has(name)) continue;
      oracles.push(await this.#settings.oracle(name));
      worker.oracles.add(name);
    }
    return oracles;
  }

  async #open(worker: WorkerProcess, files: readonly SourceFile[]): Promise<Reply> {
    worker.send({ type: 'open', files: [...files] });
    const reply = await worker.reply(this.#deadlineMs() + files.length * 200);
    if (reply.type !== 'opened') this.#drop(worker);
    return reply;
  }

  /** Judges the exercises that are still missing; null when all are judged, otherwise what ended the process. */
  async #judgeRest(
    worker: WorkerProcess,
    report: LoadReport,
    tasks: readonly Task[],
    {
      exercises,
      drawings,
      misspelt,
    }: Pick<Extract<Outcome, { kind: 'judged' }>, 'exercises' | 'drawings' | 'misspelt'>,
  ): Promise<{ reply: Reply } | null> {
    const rest = tasks.slice(exercises.length);
    const exported = new Set(report.functions);
    const oracles = await this.#newOracles(
      worker,
      rest.filter(({ name }) => exported.has(name)),
    );
    worker.send({ type: 'judge', tasks: rest, oracles });
    for (;;) {
      const reply = await worker.reply(this.#deadlineMs());
      if (reply.type === 'judged') {
        exercises.push(reply.record);
        if (reply.drawing) drawings.push(reply.drawing);
        if (reply.misspelt) misspelt.push(reply.misspelt);
      } else if (reply.type === 'done') return null;
      else {
        this.#drop(worker);
        return { reply };
      }
    }
  }

  /** Several times what the ticks of all calls of an exercise take. Code that hangs without ticks is the watchdog's. */
  #deadlineMs(): number {
    return 5_000 + this.#settings.limits.ticks * 40;
  }

  async #take(): Promise<{ process: WorkerProcess; served: number }> {
    for (;;) {
      if (this.#closed) throw new Error('the pool is closed');
      const idle = this.#idle.pop() ?? { process: this.#start(), served: 0 };
      if (idle.process.dead) {
        this.#all.delete(idle.process);
        continue;
      }
      if (idle.served > 0) return idle;
      const ready = await idle.process.reply(START_MS);
      if (ready.type === 'ready' && !this.#closed) return idle;
      this.#drop(idle.process);
      throw new Error(
        `a process to run submissions did not start: ${this.#closed ? 'the pool is closed' : ready.type}`,
      );
    }
  }

  #start(): WorkerProcess {
    const { limits, shares } = this.#settings;
    const worker = new WorkerProcess();
    this.#all.add(worker);
    worker.send({ type: 'setup', limits, shares });
    return worker;
  }

  #giveBack(process: WorkerProcess, served: number): void {
    if (served >= LIFETIME || this.#closed) this.#drop(process);
    else this.#idle.push({ process, served });
  }

  #drop(process: WorkerProcess): void {
    process.kill();
    this.#all.delete(process);
  }
}

/** Begins to take the time of something; when that has ended, the function that it returns has its times. */
export function stopwatch(): () => Times {
  const startedAt = new Date().toISOString();
  // Not the clock of the day: that may be set back meanwhile, and a duration would be negative.
  const started = performance.now();
  return () => ({ startedAt, durationMs: Math.round(performance.now() - started) });
}
