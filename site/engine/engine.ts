import { messageOf } from '../../accelerated/error-message.ts';
import type { Assignment } from '../../grader/assignment/assignment.ts';
import { LIMITS, SHARES } from '../../grader/assignment/defaults.ts';
import { idOf } from '../../grader/class/id-of.ts';
import { SubmissionProblem } from '../../grader/class/problem.ts';
import { SizeBudget } from '../../grader/class/size-budget.ts';
import { sourcesOf } from '../../grader/class/sources.ts';
import type { SourceFile, Submission } from '../../grader/class/submission.ts';
import { toListenTo } from '../../grader/command-line/commands/to-listen-to.ts';
import { PUBLIC_SEED } from '../../grader/oracle/public-seed.ts';
import { type Bounds, boundsOf } from '../../grader/process/bounds.ts';
import type { Misspelt } from '../../grader/process/protocol.ts';
import { stopwatch } from '../../grader/process/stopwatch.ts';
import { type Judged, type Outcome, SubmissionRun } from '../../grader/process/submission-run.ts';
import type { Drawing } from '../../grader/record/drawing.ts';
import type { SubmissionRecord } from '../../grader/record/record.ts';
import { type JudgeSettings, judgeSource, recordOf } from '../../grader/run/judged.ts';
import type { Heard, Listened } from '../../grader/sandbox/listen.ts';
import { SiteOracles } from './oracles.ts';
import { PageWorker } from './page-worker.ts';

/** An exercise of an assignment. */
export interface Asked {
  name: string;
  points: number;
}

/** What an assignment says of limits, and of what is earned. */
export type Rules = Pick<Assignment, 'limits' | 'shares'>;

/** What came of checking files. */
export interface Checked {
  /** as `backproof check --json` prints it, apart from its times and hashes */
  record: SubmissionRecord;
  /** whole values behind counterexamples, for drawing as in the report */
  drawings: readonly Drawing[];
  /** exports that are probably missing functions */
  misspelt: readonly Misspelt[];
  /** what the code printed by console, per exercise */
  heard: readonly Heard[];
}

/**
 * A page has no clock of its worker's CPU, and counts time: on a machine that is busy with other things, what is right may take
 * many times its own. Endless code ends by its steps; only what goes on without any, in a built-in, is waited for that long.
 */
const PATIENT = { tickMs: 10_000, quietMs: 20_000, freeMs: 10_000 };
const DEFAULTS: Rules = { limits: LIMITS, shares: SHARES };

/** The judge in a page. It works in Web Workers, one after the other: what does not end costs its worker, never the page. */
export class Engine {
  readonly #oracles: SiteOracles;
  #idle: Promise<PageWorker> | null = null;
  #running: PageWorker | null = null;
  /** under which workers are started */
  #rules = DEFAULTS;
  /** which check is the last one that was asked for */
  #asked = 0;

  /** @param base the address of the site's root, with which its data is found */
  constructor(base: URL) {
    this.#oracles = new SiteOracles(base);
  }

  /** Loads what the first verdict needs: the judge, and the oracles of these exercises. */
  async warm(names: readonly string[]): Promise<void> {
    this.#idle ??= started(this.#rules);
    await Promise.all([this.#idle, this.#oracles.manifest(), ...names.map((name) => this.#oracles.get(name))]);
  }

  /**
   * Judges files. A later call ends an earlier one, which then gives null.
   *
   * @throws {Error} What the site consists of could not be loaded: the message says what to do.
   */
  async check(
    files: readonly SourceFile[],
    exercises: readonly Asked[],
    rules: Rules = DEFAULTS,
  ): Promise<Checked | null> {
    this.#asked += 1;
    const turn = this.#asked;
    this.#running?.terminate();
    if (JSON.stringify(rules) !== JSON.stringify(this.#rules)) this.#endIdle();
    this.#rules = rules;
    const { oracleHash, backend } = await this.#oracles.manifest();
    const submission = submissionOf(files, rules.limits);
    const assignment: Assignment = { name: 'all', title: '', exercises: [...exercises], ...rules };
    const settings: JudgeSettings = { secret: PUBLIC_SEED, perSource: false, assignment, oracleHash, backend };
    const isOver = (): boolean => turn !== this.#asked;
    const judged = await judgeSource(
      { judge: (its) => this.#judge(its, exercises, isOver) },
      submission,
      assignment.exercises,
    );
    if (isOver()) return null;
    const known = { ...recordOf(submission, judged, settings), judged, submission, saved: null };
    const listened = await toListenTo(known, async (name) => (await this.#oracles.get(name)).mild);
    // The verdicts stand, whatever comes of listening.
    const heard = listened === null ? [] : await this.#listen(submission.files, listened, isOver).catch(() => []);
    if (isOver()) return null;
    const { record, drawings, misspelt } = known;
    return { record, drawings, misspelt, heard };
  }

  /** Ends what is under way, and all workers. */
  close(): void {
    this.#asked += 1;
    this.#running?.terminate();
    this.#endIdle();
  }

  #endIdle(): void {
    this.#idle?.then((worker) => worker.terminate()).catch(() => undefined);
    this.#idle = null;
  }

  async #judge(files: readonly SourceFile[], exercises: readonly Asked[], isOver: () => boolean): Promise<Judged> {
    const ended = stopwatch();
    const run = new SubmissionRun(this.#processes(isOver), files, exercises, boundsUnder(this.#rules).sharedMs);
    const outcome = await run
      .outcome()
      .catch((error: unknown): Outcome => ({ kind: 'fault', message: messageOf(error) }));
    return { ...outcome, times: ended() };
  }

  async #listen(files: readonly SourceFile[], exercises: readonly Listened[], isOver: () => boolean): Promise<Heard[]> {
    const processes = this.#processes(isOver);
    const heard: Heard[] = [];
    const worker = await processes.take();
    worker.send({
      type: 'listen',
      files: [...files],
      exercises: [...exercises],
      leftMs: boundsUnder(this.#rules).sharedMs,
    });
    let reply = await worker.reply();
    for (; reply.type === 'heard'; reply = await worker.reply()) heard.push(reply.heard);
    if (reply.type === 'done') processes.giveBack(worker);
    else processes.drop(worker);
    return heard;
  }

  #processes(isOver: () => boolean) {
    return {
      take: async (): Promise<PageWorker> => {
        const taken = this.#idle ?? started(this.#rules);
        this.#idle = null;
        const worker = await taken;
        if (isOver()) {
          this.#idle ??= Promise.resolve(worker);
          throw new Error('another check was asked for');
        }
        this.#running = worker;
        return worker;
      },
      giveBack: (worker: PageWorker): void => {
        this.#running = null;
        if (this.#idle === null && !worker.isEnded) this.#idle = Promise.resolve(worker);
        else worker.terminate();
      },
      drop: (worker: PageWorker): void => {
        this.#running = null;
        worker.terminate();
        this.#idle ??= started(this.#rules);
        // Whoever takes it is told.
        this.#idle.catch(() => undefined);
      },
      provide: async (worker: PageWorker, names: readonly string[]): Promise<void> => {
        const missing = names.filter((name) => !worker.oracles.has(name));
        const oracles = await Promise.all(missing.map((name) => this.#oracles.get(name)));
        for (const name of missing) worker.oracles.add(name);
        if (oracles.length > 0) worker.send({ type: 'oracles', oracles });
      },
    };
  }
}

function boundsUnder({ limits }: Rules): Bounds {
  return { ...boundsOf(limits), ...PATIENT };
}

/** A worker that is ready. */
async function started(rules: Rules): Promise<PageWorker> {
  const bounds = boundsUnder(rules);
  const worker = new PageWorker(bounds);
  worker.send({ type: 'setup', ...rules, bounds });
  const ready = await worker.reply();
  if (ready.type === 'ready') return worker;
  worker.terminate();
  const reason = 'reason' in ready ? ready.reason : ready.type === 'fault' ? ready.message : ready.type;
  throw new Error(`the judge did not start: ${reason}`);
}

/** The files as `backproof check` reads them: one by its name, several as a folder. */
function submissionOf(files: readonly SourceFile[], limits: Rules['limits']): Submission {
  const [only, ...others] = files;
  const name = only !== undefined && others.length === 0 ? only.path : 'work';
  const id = idOf(name, name === 'work');
  const utf8 = new TextEncoder();
  try {
    const budget = new SizeBudget(limits);
    const raw = files.map(({ path, code }) => ({ path, bytes: utf8.encode(code) }));
    for (const { path, bytes } of raw) budget.take(path, bytes.length);
    return { id, ...sourcesOf(name, raw), problem: null };
  } catch (error) {
    if (!(error instanceof SubmissionProblem)) throw error;
    return { id, files: [], problem: error.message, sourceHash: null };
  }
}
