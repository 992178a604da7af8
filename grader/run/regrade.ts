import type { Assignment } from '../assignment/assignment.ts';
import type { ClassEntry } from '../class/class-entry.ts';
import type { OpenClass } from '../layouts/open-class.ts';
import { isSameStanding, type Standings, withStanding } from '../policy/standings.ts';
import { withDecisionsOf } from '../record/decision.ts';
import type { Drawing } from '../record/drawing.ts';
import type { ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { maxPointsOf, scaleFactor, scaleOf, scalesOf, withBonuses } from '../record/scale.ts';
import type { StoredResults } from '../store/stored-results.ts';
import { shownPoints } from '../text/numbers.ts';
import { type JudgedSubmission, type JudgeSettings, recordOf } from './judged.ts';
import { judgingPool } from './judging-pool.ts';
import { Twins } from './twins.ts';
import { isUpToDate } from './up-to-date.ts';

export interface RegradeSettings extends JudgeSettings {
  opened: OpenClass;
  jobs: number;
  /** the assignment that the records are of; null if it is not known, and then everything is judged again */
  earlier: Assignment | null;
  /** who is late or excused */
  standings: (submissions: readonly string[]) => Standings;
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

/** What changed in one exercise, or in the submission as a whole. */
export interface Change {
  /** null for the whole */
  exercise: string | null;
  before: number | null;
  after: number | null;
  reason: string;
}

/** Judges every stored submission again, in the order of the ids. Decisions on the same source stay. Writes nothing. */
export async function* regradeClass(results: StoredResults, settings: RegradeSettings): AsyncGenerator<Regraded> {
  const entries = new Map(settings.opened.entries.map((entry) => [entry.id, entry]));
  const pool = judgingPool(settings, settings.jobs);
  const { assignment, earlier } = settings;
  const scales = earlier !== null && isJudgedAlike(earlier, assignment) ? scalesOf(earlier) : null;
  const twins = new Twins(pool, settings, scales === null ? null : results);
  const anew: Anew = { twins, scales, standings: settings.standings([...entries.keys()]), settings };
  const underWay: Promise<Regraded>[] = [];
  try {
    for await (const before of results.read()) {
      if (settings.signal.aborted) return;
      const one = regradeOne(before, entries.get(before.submission), anew);
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

/** What a submission is judged again under. */
interface Anew {
  twins: Twins;
  /** those of records that need no judging if source and oracles are the same; null if all do */
  scales: ReadonlySet<string> | null;
  standings: Standings;
  settings: RegradeSettings;
}

/** Whether two versions of an assignment differ in policy alone, which needs no judging. */
function isJudgedAlike(a: Assignment, b: Assignment): boolean {
  const judged = ({ exercises, shares, limits }: Assignment): string =>
    JSON.stringify([exercises.map(({ name, points }) => [name, points]), shares, limits]);
  return judged(a) === judged(b);
}

async function regradeOne(
  before: SubmissionRecord,
  entry: ClassEntry | undefined,
  { twins, scales, standings, settings }: Anew,
): Promise<Regraded> {
  const asItWas = (kept: Regraded['kept']): Regraded => ({ before, after: before, drawings: [], kept });
  if (!entry) return asItWas('not in the class');
  const submission = await settings.opened.read(entry, settings.assignment.limits).catch(() => null);
  if (submission === null) return asItWas('failed');
  const known = { ...before, scale: scaleOf(before) };
  const standing = standings.of(submission.id);
  if (scales !== null && isUpToDate(known, submission, settings.oracleHash, scales)) {
    const after = withStanding(underAssignment(before, settings.assignment), standing);
    return { before, after: isSameRecord(before, after) ? before : after, drawings: [], kept: null };
  }
  const { record, drawings }: JudgedSubmission = recordOf(submission, await twins.judge(submission), settings);
  twins.onStored(submission, 'regraded');
  if (record.status === 'infra_error') return asItWas('failed');
  const stood = withStanding({ ...record, similarTo: before.similarTo }, standing);
  const after = withDecisionsOf(before, stood);
  return { before, after, drawings, kept: null };
}

/** The record with the possible points and the bonuses of another version of its assignment. */
function underAssignment(record: SubmissionRecord, assignment: Assignment): SubmissionRecord {
  const exercises = withBonuses(record.exercises, assignment);
  return { ...record, exercises, maxPoints: maxPointsOf(assignment) };
}

function isSameRecord(a: SubmissionRecord, b: SubmissionRecord): boolean {
  return isSameStanding(a, b) && scaleOf(a) === scaleOf(b);
}

/** What changed between two records, exercise by exercise, and why. */
export function changesOf({ before, after }: Pick<Regraded, 'before' | 'after'>): Change[] {
  const names = new Set([...before.exercises, ...after.exercises].map(({ name }) => name));
  const of = (record: SubmissionRecord, name: string): ExerciseRecord | undefined =>
    record.exercises.find((exercise) => exercise.name === name);
  const ofExercises = [...names].flatMap((exercise): Change[] => {
    const [old, now] = [of(before, exercise), of(after, exercise)];
    if (old?.points === now?.points && old?.maxPoints === now?.maxPoints && old?.status === now?.status) return [];
    const reason =
      before.sourceHash === after.sourceHash
        ? reasonOf(old, now, before, after)
        : `another source was handed in: ${reasonOf(old, now, before, after)}`;
    return [{ exercise, before: old?.points ?? null, after: now?.points ?? null, reason }];
  });
  const reason = policyReasons(before, after).join('; ');
  const ofWhole = reason === '' ? [] : [{ exercise: null, before: before.points, after: after.points, reason }];
  return [...ofExercises, ...ofWhole];
}

/** What a policy, the roster or a decision about the whole changed. */
function policyReasons(before: SubmissionRecord, after: SubmissionRecord): string[] {
  const factor = (record: SubmissionRecord): number => scaleFactor(record);
  const off = ({ late }: SubmissionRecord): string => (late === null ? 'not late' : `late: ${late.reason}`);
  return [
    ...(off(before) === off(after) ? [] : [off(after)]),
    ...(before.excused === after.excused ? [] : [after.excused ? 'excused' : 'not excused any more']),
    ...(before.decision !== null && after.decision === null ? ['what was decided about the old source is gone'] : []),
    ...(after.decision !== null && before.points !== after.points ? [`decided: ${after.decision.reason}`] : []),
    ...(after.exercises.length > 0 && factor(before) !== factor(after)
      ? [`its points are scaled to ${shownPoints(after.maxPoints)}`]
      : []),
  ];
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
