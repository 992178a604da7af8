import { type ClassEntry, listClass } from '../class/list-class.ts';
import { readSubmission } from '../class/read-submission.ts';
import { withDecisionsOf } from '../record/decision.ts';
import type { Drawing } from '../record/drawing.ts';
import type { ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { scaleOf, scalesOf } from '../record/scale.ts';
import type { StoredResults } from '../store/stored-results.ts';
import { type JudgedSubmission, type JudgeSettings, recordOf } from './judged.ts';
import { judgingPool } from './judging-pool.ts';
import { Twins } from './twins.ts';
import { isUpToDate } from './up-to-date.ts';

export interface RegradeSettings extends JudgeSettings {
  classFolder: string;
  jobs: number;
  /** the records are of this assignment: a submission with the same source and oracles needs no judging */
  sameAssignment: boolean;
  signal: AbortSignal;
}

/** One student's record before and after. */
export interface Regraded {
  before: SubmissionRecord;
  /** the same object if nothing was judged again */
  after: SubmissionRecord;
  drawings: readonly Drawing[];
  /** why it stays as it was, if it could not be judged again */
  kept: 'failed' | 'not in the class' | null;
}

/** What changed in one exercise. */
export interface Change {
  exercise: string;
  before: number | null;
  after: number | null;
  reason: string;
}

/** Judges every stored submission again, in the order of the ids. Decisions on the same source stay. Writes nothing. */
export async function* regradeClass(results: StoredResults, settings: RegradeSettings): AsyncGenerator<Regraded> {
  const entries = new Map((await listClass(settings.classFolder)).map((entry) => [entry.id, entry]));
  const pool = judgingPool(settings, settings.jobs);
  const twins = new Twins(pool, settings, settings.sameAssignment ? results : null);
  const scales = scalesOf(settings.assignment);
  const underWay: Promise<Regraded>[] = [];
  try {
    for await (const before of results.read()) {
      if (settings.signal.aborted) return;
      const one = regradeOne(before, entries.get(before.submission), twins, scales, settings);
      // Others may be awaited before it.
      one.catch(() => undefined);
      underWay.push(one);
      if (underWay.length > pool.capacity) yield (await underWay.shift()) as Regraded;
    }
    while (underWay.length > 0 && !settings.signal.aborted) yield (await underWay.shift()) as Regraded;
  } finally {
    pool.close();
    await Promise.allSettled(underWay);
  }
}

async function regradeOne(
  before: SubmissionRecord,
  entry: ClassEntry | undefined,
  twins: Twins,
  scales: ReadonlySet<string>,
  settings: RegradeSettings,
): Promise<Regraded> {
  const asItWas = (kept: Regraded['kept']): Regraded => ({ before, after: before, drawings: [], kept });
  if (!entry) return asItWas('not in the class');
  const submission = await readSubmission(settings.classFolder, entry, settings.assignment.limits).catch(() => null);
  if (submission === null) return asItWas('failed');
  const known = { ...before, scale: scaleOf(before) };
  if (settings.sameAssignment && isUpToDate(known, submission, settings.oracleHash, scales)) return asItWas(null);
  const { record, drawings }: JudgedSubmission = recordOf(submission, await twins.judge(submission), settings);
  twins.onStored(submission, 'regraded');
  if (record.status === 'infra_error') return asItWas('failed');
  const after = withDecisionsOf(before, { ...record, similarTo: before.similarTo });
  return { before, after, drawings, kept: null };
}

/** What changed between two records, exercise by exercise, and why. */
export function changesOf({ before, after }: Pick<Regraded, 'before' | 'after'>): Change[] {
  const names = new Set([...before.exercises, ...after.exercises].map(({ name }) => name));
  const of = (record: SubmissionRecord, name: string): ExerciseRecord | undefined =>
    record.exercises.find((exercise) => exercise.name === name);
  return [...names].flatMap((exercise) => {
    const [old, now] = [of(before, exercise), of(after, exercise)];
    if (old?.points === now?.points && old?.maxPoints === now?.maxPoints && old?.status === now?.status) return [];
    const reason =
      before.sourceHash === after.sourceHash
        ? reasonOf(old, now, before, after)
        : `another source was handed in: ${reasonOf(old, now, before, after)}`;
    return [{ exercise, before: old?.points ?? null, after: now?.points ?? null, reason }];
  });
}

function reasonOf(
  old: ExerciseRecord | undefined,
  now: ExerciseRecord | undefined,
  before: SubmissionRecord,
  after: SubmissionRecord,
): string {
  if (old === undefined)
    return before.status === after.status ? 'new in the assignment' : `${before.status} -> ${after.status}`;
  if (now === undefined)
    return before.status === after.status ? 'no longer in the assignment' : `${before.status} -> ${after.status}`;
  const reasons = [
    ...(old.status === now.status ? [] : [`${old.status} -> ${now.status}`]),
    ...(old.maxPoints === now.maxPoints ? [] : [`counts ${now.maxPoints}, not ${old.maxPoints}`]),
    ...(old.agreement === now.agreement ? [] : ['agrees on another share of the inputs']),
    ...(now.decision === null ? [] : [`decided: ${now.decision.reason}`]),
  ];
  return reasons.length > 0 ? reasons.join('; ') : 'other shares or checks';
}
