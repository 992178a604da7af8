import type { BackendName } from '../../accelerated/backend-names.ts';
import { messageOf } from '../../accelerated/error-message.ts';
import type { Assignment } from '../assignment/assignment.ts';
import { type ClassEntry, listClass } from '../class/list-class.ts';
import { readSubmission } from '../class/read-submission.ts';
import type { Submission } from '../class/submission.ts';
import { stopwatch } from '../process/pool.ts';
import { hasDecisions, withDecisionsOf } from '../record/decision.ts';
import type { Drawing } from '../record/drawing.ts';
import type { Decision } from '../record/record.ts';
import { scalesOf } from '../record/scale.ts';
import { recordLine } from '../store/record-line.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from '../text/errors.ts';
import { type JudgedSubmission, type JudgeSettings, recordOf } from './judged.ts';
import { judgingPool } from './judging-pool.ts';
import { Similar, shapeHash } from './similar.ts';
import { Twins } from './twins.ts';
import { isUpToDate } from './up-to-date.ts';

export interface GradeSettings {
  classFolder: string;
  assignment: Assignment;
  oracleHash: string;
  backend: BackendName;
  jobs: number;
  /** drops the records without a submission in the class folder */
  prune: boolean;
  /** called after each submission */
  onProgress: (done: number, total: number, id: string) => void;
  /** whole values of counterexamples, for the report to draw */
  onDrawings: (id: string, drawings: readonly Drawing[]) => void;
  signal: AbortSignal;
}

export interface GradeSummary {
  graded: number;
  /** already there, unchanged */
  kept: number;
  total: number;
  /** ids that the grader failed on, while an instructor had decided about the old record, which stays */
  failed: string[];
  /** ids with a new source, so that decisions about the old one lapsed */
  lapsed: string[];
  /** ids of records that are kept though they have no submission in the class folder any more */
  absent: string[];
  /** what `prune` dropped */
  pruned: Pruned[];
  interrupted: boolean;
}

/** A record that was dropped, with what an instructor had decided about it. */
export interface Pruned {
  submission: string;
  decisions: (Decision & { exercise: string; maxPoints: number })[];
}

/**
 * Grades what is missing, changed or failed by a fault of the grader, and appends one record each in the order of the
 * ids; at the end it drops the records without a submission, if asked to, and notes in all others which submissions are
 * alike. Equal sources are judged once.
 */
export async function gradeClass(store: Store, settings: GradeSettings): Promise<GradeSummary> {
  const { classFolder, assignment, oracleHash, backend, jobs, signal } = settings;
  const entries = await listClass(classFolder);
  const { perSource } = store.header;
  const judging: JudgeSettings = { secret: await store.secret(), perSource, assignment, oracleHash, backend };
  const pool = judgingPool(judging, jobs);
  // They start while the class is read; a class that has been graded may need none.
  if (store.records.size < entries.length) pool.warm(Math.min(jobs, entries.length));
  const twins = new Twins(pool, judging, store);
  const summary: GradeSummary = {
    graded: 0,
    kept: 0,
    total: entries.length,
    failed: [],
    lapsed: [],
    absent: [],
    pruned: [],
    interrupted: false,
  };
  const shapes = new Map<string, string>();
  const scales = scalesOf(assignment);
  // Submissions under way, in the order of their ids; records are appended in that order too.
  const underWay: Promise<[Submission, JudgedSubmission]>[] = [];
  const judge = async (submission: Submission, fault: string | null): Promise<[Submission, JudgedSubmission]> => {
    const judged =
      fault === null
        ? await twins.judge(submission)
        : ({ kind: 'fault', message: fault, times: stopwatch()() } as const);
    return [submission, recordOf(submission, judged, judging)];
  };
  const finishFirst = async (): Promise<void> => {
    const first = underWay.shift();
    if (!first) return;
    const [submission, { record, drawings }] = await first;
    if (signal.aborted) return;
    const known = store.records.has(record.submission) ? await store.record(record.submission) : null;
    if (record.status === 'infra_error' && known !== null && hasDecisions(known)) summary.failed.push(submission.id);
    else {
      const withDecisions = withDecisionsOf(known, record);
      if (known !== null && hasDecisions(known) && !hasDecisions(withDecisions)) summary.lapsed.push(submission.id);
      await store.append(withDecisions);
      settings.onDrawings(record.submission, drawings);
    }
    twins.onStored(submission, record.status);
    summary.graded += 1;
    settings.onProgress(summary.graded + summary.kept, entries.length, record.submission);
  };
  try {
    for (const entry of entries) {
      if (signal.aborted) break;
      const { submission, fault } = await readOrFault(classFolder, entry, assignment);
      const shape = shapeHash(submission.files);
      if (shape !== null) shapes.set(submission.id, shape);
      if (isUpToDate(store.records.get(submission.id), submission, oracleHash, scales)) {
        summary.kept += 1;
        continue;
      }
      const judged = judge(submission, fault);
      // Others may be awaited before it; a fault of the disk must not count as unhandled until then.
      judged.catch(() => undefined);
      underWay.push(judged);
      if (underWay.length > pool.capacity) await finishFirst();
    }
    while (underWay.length > 0 && !signal.aborted) await finishFirst();
    summary.interrupted = signal.aborted;
    if (summary.interrupted) return summary;
    const absent = absentIn(store, entries);
    if (settings.prune) summary.pruned = await prunedOf(store, absent);
    else summary.absent = absent;
    await noteSimilar(store, shapes, new Set(settings.prune ? absent : []));
    return summary;
  } finally {
    pool.close();
    await Promise.allSettled(underWay);
  }
}

/** A submission that the machine cannot read is graded as a fault of the grader, and tried again by the next run. */
async function readOrFault(
  classFolder: string,
  entry: ClassEntry,
  { limits }: Assignment,
): Promise<{ submission: Submission; fault: string | null }> {
  try {
    return { submission: await readSubmission(classFolder, entry, limits), fault: null };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const fault = `cannot be read: ${messageOf(error)}`;
    return { submission: { id: entry.id, files: [], problem: null, sourceHash: null }, fault };
  }
}

/** @throws {UsageError} No record has a submission in the class, so it must be another class: all records would be dropped. */
export async function expectSomeKept(store: Store, classFolder: string): Promise<void> {
  const entries = await listClass(classFolder);
  if (store.records.size === 0 || entries.some(({ id }) => store.records.has(id))) return;
  throw new UsageError(
    `none of the records in ${store.folder} is of a submission in ${classFolder}, so --prune would drop them all: ` +
      'is it the right class? To start over, name another --out',
  );
}

/** The records without a submission in the class: a student left, or handed in again under another file name. */
function absentIn(store: Store, entries: readonly ClassEntry[]): string[] {
  const present = new Set(entries.map(({ id }) => id));
  return [...store.records.keys()].filter((id) => !present.has(id)).sort();
}

async function prunedOf(store: Store, ids: readonly string[]): Promise<Pruned[]> {
  const pruned: Pruned[] = [];
  for (const submission of ids) {
    const exercises = (await store.record(submission))?.exercises ?? [];
    const decisions = exercises.flatMap(({ name, maxPoints, decision }) =>
      decision === null ? [] : [{ exercise: name, maxPoints, ...decision }],
    );
    pruned.push({ submission, decisions });
  }
  return pruned;
}

/**
 * Writes into the records which submissions are alike, and leaves out those that are dropped. Done over the whole class
 * at the end, so that it does not depend on the order or the number of runs.
 */
async function noteSimilar(
  store: Store,
  shapes: ReadonlyMap<string, string>,
  dropped: ReadonlySet<string>,
): Promise<void> {
  const similar = new Similar();
  for (const id of [...store.records.keys()].filter((each) => !dropped.has(each)).sort()) {
    similar.add(id, store.records.get(id)?.sourceHash ?? null, shapes.get(id) ?? null);
  }
  const isNoted = async (): Promise<boolean> => {
    for await (const { submission, sourceHash, similarTo } of store.read()) {
      if (similar.to(submission, sourceHash).join('\0') !== similarTo.join('\0')) return false;
    }
    return true;
  };
  if (dropped.size === 0 && (await isNoted())) return;
  async function* noted(): AsyncGenerator<string> {
    for await (const record of store.read()) {
      if (dropped.has(record.submission)) continue;
      yield recordLine({ ...record, similarTo: similar.to(record.submission, record.sourceHash) });
    }
  }
  await store.replaceAll(noted());
}
