import type { SourceFile } from '../class/submission.ts';
import { withGains } from '../judge/gains.ts';
import { endedRecord, missingRecord } from '../judge/unjudged.ts';
import type { Drawing } from '../record/drawing.ts';
import type { ExerciseRecord, ExerciseStatus, FollowThrough } from '../record/record.ts';
import { mayHaveStyle } from '../style/may-have-style.ts';
import { type Blame, Deaths } from './deaths.ts';
import type { Ending } from './ending.ts';
import type { LoadReport, Misspelt, Task } from './protocol.ts';
import type { Reply, Runner } from './runner.ts';
import type { Times } from './stopwatch.ts';

/** The outcome of a submission in the processes. */
export type Outcome =
  | { kind: 'judged'; report: LoadReport; exercises: ExerciseRecord[]; drawings: Drawing[]; misspelt: Misspelt[] }
  /** it could not even be loaded */
  | { kind: 'unloadable'; message: string }
  /** a fault of the grader or the machine, never the student's */
  | { kind: 'fault'; message: string };

export type Judged = Outcome & { times: Times };

type Fault = Extract<Outcome, { kind: 'fault' }>;

/** Where processes come from and go. */
export interface Processes<R extends Runner> {
  take(): Promise<R>;
  giveBack(worker: R): void;
  drop(worker: R): void;
  /** gives a process the oracles that it lacks */
  provide(worker: R, names: readonly string[]): Promise<void>;
}

/** Statuses that can make dependent exercises fail. */
const BROKEN: ReadonlySet<ExerciseStatus> = new Set(['wrong', 'error', 'timeout', 'memory', 'unstable']);
/** Places where a process may end, beside the names of exercises. */
const LOADING = '';
const FOLLOWING = ' following';

const TIMEOUT = 'does not end before the deadline';
const MEMORY = 'takes more memory than its process may have';

/**
 * One submission on its way through the processes. One that ends costs the exercise during which it ended, if the
 * student's code is to blame, and no other; the rest goes on in another process.
 */
export class SubmissionRun<R extends Runner> {
  readonly #processes: Processes<R>;
  readonly #files: readonly SourceFile[];
  readonly #tasks: readonly Task[];
  readonly #deaths = new Deaths();
  readonly #exercises: ExerciseRecord[] = [];
  readonly #drawings: Drawing[] = [];
  readonly #misspelt: Misspelt[] = [];
  #report: LoadReport | null = null;
  /** milliseconds of CPU that pieces of work may still take beyond their own, all together */
  #leftMs: number;

  constructor(processes: Processes<R>, files: readonly SourceFile[], tasks: readonly Task[], sharedMs: number) {
    this.#processes = processes;
    this.#files = files;
    this.#tasks = tasks;
    this.#leftMs = sharedMs;
  }

  async outcome(): Promise<Outcome> {
    // Each turn is one process: it opens the submission and judges what is left, until all is judged or it ends.
    while (this.#report === null || this.#exercises.length < this.#tasks.length) {
      const stopped = await this.#turn();
      if (stopped !== null) return stopped;
    }
    const followed = await this.#followThrough();
    if ('kind' in followed) return followed;
    return {
      kind: 'judged',
      report: this.#report,
      exercises: withGains(this.#exercises, followed),
      drawings: this.#drawings,
      misspelt: this.#misspelt,
    };
  }

  /** Null, or why the submission as a whole cannot be judged. */
  async #turn(): Promise<Outcome | null> {
    const worker = await this.#processes.take();
    worker.send({ type: 'open', files: this.#filesToOpen(), leftMs: this.#leftMs });
    const opened = await worker.reply();
    if (opened.type !== 'opened') return this.#unopened(this.#endedBy(worker, opened));
    // Opened again, it is the same without the files that failed: what is said of it was said the first time.
    this.#report ??= opened.report;
    const ended = await this.#judgeRest(worker, this.#report);
    if (ended === null) return null;
    if ('kind' in ended) return ended;
    const task = this.#tasks[this.#exercises.length] as Task;
    const blame = this.#deaths.at(task.name, ended);
    if (blame === 'machine') return faultOf(ended);
    if (blame !== 'again') this.#exercises.push(this.#record(task, blame, ended));
    return null;
  }

  /** All files; once it is known which fail to load, those without them, since failing may take long each time. */
  #filesToOpen(): SourceFile[] {
    const failed = new Set(this.#report?.failures.map(({ file }) => file));
    return this.#files.filter(({ path }) => !failed.has(path));
  }

  /** Drops a process that ended; a fault that it reports itself is an outcome. */
  #endedBy(worker: R, reply: Reply): Ending | Fault {
    this.#leftMs = worker.leftMs ?? this.#leftMs;
    this.#processes.drop(worker);
    if (reply.type === 'fault') return { kind: 'fault', message: reply.message };
    if ('reason' in reply || reply.type === 'deadline' || reply.type === 'memory') return reply;
    return { kind: 'fault', message: `a process answered out of turn: ${reply.type}` };
  }

  #unopened(ended: Ending | Fault): Outcome | null {
    if ('kind' in ended) return ended;
    const blame = this.#deaths.at(LOADING, ended);
    if (blame === 'again') return null;
    if (blame === 'machine') return faultOf(ended);
    if (this.#report !== null) return this.#unopenedAgain(this.#report, blame, ended);
    return { kind: 'unloadable', message: unloadable(blame, ended) };
  }

  /** It was opened before, so that what is left of its time or memory does not suffice to load it once more. */
  #unopenedAgain(report: LoadReport, blame: Blame, ended: Ending): Outcome | null {
    if (blame === 'crash') return faultOf(ended);
    for (const task of this.#tasks.slice(this.#exercises.length)) {
      const isExported = report.functions.includes(task.name);
      this.#exercises.push(isExported ? this.#record(task, blame, ended) : missingRecord(task.name, task.points, null));
    }
    return null;
  }

  #record({ name, points }: Task, blame: Blame, ended: Ending): ExerciseRecord {
    if (blame === 'timeout') return endedRecord(name, points, 'timeout', TIMEOUT);
    const reason = ended.type === 'crashed' ? `ends the process that runs it (${ended.reason})` : MEMORY;
    return endedRecord(name, points, 'memory', reason);
  }

  /** Judges the exercises that are still missing; null, or what ended the process in the midst of one. */
  async #judgeRest(worker: R, { functions }: LoadReport): Promise<Ending | Fault | null> {
    const rest = this.#tasks.slice(this.#exercises.length);
    const exported = new Set(functions);
    await this.#processes.provide(
      worker,
      rest.map(({ name }) => name).filter((name) => exported.has(name)),
    );
    worker.send({ type: 'judge', tasks: rest });
    // Whether the style of the last one is being tried: what ends the process then costs the exercise nothing.
    let isTrying = false;
    for (;;) {
      const reply = await worker.reply();
      if (reply.type === 'judged') {
        isTrying = mayHaveStyle(reply.record);
        this.#exercises.push(reply.record);
        if (reply.drawing) this.#drawings.push(reply.drawing);
        if (reply.misspelt) this.#misspelt.push(reply.misspelt);
      } else if (reply.type === 'done') {
        this.#leftMs = reply.leftMs;
        this.#processes.giveBack(worker);
        return null;
      } else if (reply.type === 'explained') {
        isTrying = false;
        this.#exercises[this.#exercises.length - 1] = reply.record;
      } else {
        const ended = this.#endedBy(worker, reply);
        return isTrying && !('kind' in ended) ? null : ended;
      }
    }
  }

  /**
   * For each verdict what it would be if the student's other functions were right. If the code ends the process, what
   * was not answered before is lost.
   */
  async #followThrough(): Promise<ReadonlyMap<string, FollowThrough> | Fault> {
    const broken = new Set(this.#exercises.filter(({ status }) => BROKEN.has(status)).map(({ name }) => name));
    const tasks = this.#tasks.filter(({ name }) => broken.has(name));
    // A single broken one calls no other.
    while (broken.size > 1) {
      const followed = new Map<string, FollowThrough>();
      const worker = await this.#processes.take();
      await this.#processes.provide(worker, [...broken]);
      worker.send({ type: 'follow', files: this.#filesToOpen(), tasks, leftMs: this.#leftMs });
      let reply = await worker.reply();
      for (; reply.type === 'followed'; reply = await worker.reply()) {
        followed.set(reply.exercise, reply.followThrough);
      }
      if (reply.type === 'done') {
        this.#processes.giveBack(worker);
        return followed;
      }
      const ended = this.#endedBy(worker, reply);
      if ('kind' in ended) return ended;
      const blame = this.#deaths.at(FOLLOWING, ended);
      if (blame === 'machine') return faultOf(ended);
      if (blame !== 'again') return followed;
    }
    return new Map();
  }
}

function unloadable(blame: Blame, ended: Ending): string {
  if (blame === 'timeout') return 'takes too long to load';
  if (ended.type !== 'crashed') return 'needs too much memory to load';
  return `ends the process that loads it (${ended.reason}): its code may be nested too deep to be parsed`;
}

function faultOf(ended: Ending): Fault {
  const reason = 'reason' in ended ? ended.reason : ended.type;
  return {
    kind: 'fault',
    message: `the process that judges it was ended from outside, twice (${reason}): run the same command again`,
  };
}
