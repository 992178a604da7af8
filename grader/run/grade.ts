import type { BackendName } from '../../accelerated/backend-names.ts';
import { messageOf } from '../../accelerated/error-message.ts';
import type { Assignment } from '../assignment/assignment.ts';
import type { ClassEntry } from '../class/class-entry.ts';
import { partOf } from '../class/shard.ts';
import type { LeftOut, Submission } from '../class/submission.ts';
import type { OpenClass } from '../layouts/open-class.ts';
import { isSameStanding, type Standings, withStanding } from '../policy/standings.ts';
import { stopwatch } from '../process/stopwatch.ts';
import { hasDecisions, withDecisionsOf } from '../record/decision.ts';
import type { Drawing } from '../record/drawing.ts';
import type { Decision } from '../record/record.ts';
import { scalesOf } from '../record/scale.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from '../text/errors.ts';
import {
  classHashOf,
  dropFingerprints,
  type Fingerprints,
  keepFingerprints,
  keptFingerprints,
} from './fingerprints.ts';
import { type JudgedSubmission, type JudgeSettings, recordOf } from './judged.ts';
import { judgingPool } from './judging-pool.ts';
import { noteSimilar } from './note-similar.ts';
import { shapeHash } from './similar.ts';
import { Twins } from './twins.ts';
import { isUpToDate } from './up-to-date.ts';

export interface GradeSettings {
  opened: OpenClass;
  assignment: Assignment;
  oracleHash: string;
  backend: BackendName;
  jobs: number;
  /** who is late or excused */
  standings: (submissions: readonly string[]) => Standings;
  /** the ids to grade, null for all that the class, or its shard, has */
  only: ReadonlySet<string> | null;
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
  /** by id, what lay beside the code of a submission and was not graded */
  leftOut: Map<string, readonly LeftOut[]>;
  interrupted: boolean;
}

/** A record that was dropped, with what an instructor had decided about it. */
export interface Pruned {
  submission: string;
  decisions: (Decision & { exercise: string | null; maxPoints: number })[];
}

/**
 * Grades what is missing, changed or failed by a fault of the grader, and appends one record each in the order of the
 * ids; at the end it drops the records without a submission, if asked to, and notes in all others which submissions are
 * alike. Equal sources are judged once.
 */
export async function gradeClass(store: Store, settings: GradeSettings): Promise<GradeSummary> {
  const { opened, assignment, oracleHash, backend, jobs, signal } = settings;
  const { perSource, shard } = store.header;
  const everybody = opened.entries;
  const part = partOf(everybody, shard);
  const entries = settings.only === null ? part : part.filter(({ id }) => settings.only?.has(id));
  const fingerprints = await fingerprintsOfOthers(store, part, settings);
  await dropFingerprints(store.folder);
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
    leftOut: new Map(),
    interrupted: false,
  };
  const scales = scalesOf(assignment);
  const standings = settings.standings(everybody.map(({ id }) => id));
  // Submissions under way, in the order of their ids; records are appended in that order too.
  const underWay: Promise<[Submission, JudgedSubmission]>[] = [];
  const judge = async (submission: Submission, fault: string | null): Promise<[Submission, JudgedSubmission]> => {
    const judged =
      fault === null
        ? await twins.judge(submission)
        : ({ kind: 'fault', message: fault, times: stopwatch()() } as const);
    const { record, ...beyond } = recordOf(submission, judged, judging);
    return [submission, { ...beyond, record: withStanding(record, standings.of(submission.id)) }];
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
      const { submission, fault } = await readOrFault(opened, entry, assignment);
      if (submission.leftOut !== undefined) summary.leftOut.set(entry.id, submission.leftOut);
      fingerprints.set(submission.id, shapeHash(submission.files));
      if (isUpToDate(store.records.get(submission.id), submission, oracleHash, scales)) {
        summary.kept += 1;
        await restand(store, submission.id, standings);
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
    const absent = absentFrom(store, part);
    if (settings.prune) summary.pruned = await prunedOf(store, absent);
    else summary.absent = absent;
    await noteSimilar(store, fingerprints, new Set(settings.prune ? absent : []));
    await keepFingerprints(store.folder, { classHash: classHashOf(everybody.map(({ id }) => id)), fingerprints });
    return summary;
  } finally {
    pool.close();
    await Promise.allSettled(underWay);
  }
}

/** Writes the record anew if the roster or the platform says something else of the submission now. */
async function restand(store: Store, id: string, standings: Standings): Promise<void> {
  const known = await store.record(id);
  if (known === null) return;
  const now = withStanding(known, standings.of(id));
  if (!isSameStanding(known, now)) await store.append(now);
}

/** A submission that the machine cannot read is graded as a fault of the grader, and tried again by the next run. */
async function readOrFault(
  opened: OpenClass,
  entry: ClassEntry,
  { limits }: Assignment,
): Promise<{ submission: Submission; fault: string | null }> {
  try {
    return { submission: await opened.read(entry, limits), fault: null };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const fault = `cannot be read: ${messageOf(error)}`;
    return { submission: { id: entry.id, files: [], problem: null, sourceHash: null }, fault };
  }
}

/**
 * The records without a submission in the class.
 *
 * @throws {UsageError} All are, so it must be another class: `prune` would drop them all.
 */
export function absentIn(store: Store, { path, entries }: OpenClass): string[] {
  const absent = absentFrom(store, partOf(entries, store.header.shard));
  if (store.records.size === 0 || absent.length < store.records.size) return absent;
  throw new UsageError(
    `none of the records in ${store.folder} is of a submission in ${path}, so --prune would drop them all: ` +
      'is it the right class? To start over, name another --out',
  );
}

/**
 * The fingerprints of the submissions that are not graded this time, since only others are, but have a record to compare. They
 * are kept beside the records, or made again if the last run did not come to its end.
 */
async function fingerprintsOfOthers(
  store: Store,
  part: readonly ClassEntry[],
  { only, opened, assignment }: GradeSettings,
): Promise<Fingerprints> {
  const kept = (await keptFingerprints(store.folder))?.fingerprints;
  const others: Fingerprints = new Map();
  for (const entry of only === null ? [] : part) {
    if (only?.has(entry.id) || !store.records.has(entry.id)) continue;
    const known = kept?.get(entry.id);
    const { submission } = known === undefined ? await readOrFault(opened, entry, assignment) : { submission: null };
    others.set(entry.id, submission === null ? (known ?? null) : shapeHash(submission.files));
  }
  return others;
}

/** The records without a submission in the class: a student left, or handed in again under another file name. */
function absentFrom(store: Store, entries: readonly ClassEntry[]): string[] {
  const present = new Set(entries.map(({ id }) => id));
  return [...store.records.keys()].filter((id) => !present.has(id)).sort();
}

async function prunedOf(store: Store, ids: readonly string[]): Promise<Pruned[]> {
  const pruned: Pruned[] = [];
  for (const submission of ids) {
    const record = await store.record(submission);
    if (record === null) continue;
    const { exercises, ...whole } = record;
    const decisions = [{ name: null, ...whole }, ...exercises].flatMap(({ name, maxPoints, decision }) =>
      decision === null ? [] : [{ exercise: name, maxPoints, ...decision }],
    );
    pruned.push({ submission, decisions });
  }
  return pruned;
}
