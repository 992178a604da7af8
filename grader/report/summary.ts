import { median } from '../../properties/values/median.ts';
import type { CheckKind, ExerciseRecord, ExerciseStatus, SubmissionRecord } from '../record/record.ts';
import { STATUSES } from './statuses.ts';

/** The numbers of a class. */
export interface ClassSummary {
  graded: number;
  invalid: number;
  infraErrors: number;
  /**
   * points of all that have some; a submission that cannot be loaded counts with its 0, one on which the grader failed
   * not at all
   */
  scores: number[];
  mean: number | null;
  median: number | null;
  maxPoints: number;
  statuses: { status: ExerciseStatus; count: number }[];
}

export function summarize(records: readonly SubmissionRecord[]): ClassSummary {
  const having = (status: SubmissionRecord['status']): number => records.filter((r) => r.status === status).length;
  const scores = records.map((record) => record.points).filter((points) => points !== null);
  return {
    graded: having('graded'),
    invalid: having('invalid'),
    infraErrors: having('infra_error'),
    scores,
    mean: mean(scores),
    median: scores.length === 0 ? null : median(scores),
    maxPoints: latestMaxPoints(records),
    statuses: countStatuses(records.flatMap((record) => record.exercises)),
  };
}

/**
 * The points possible, as far as records alone tell them: those of the one judged last. A record on another scale is
 * left over from before a regrade, which judges everybody in the class: it is older, but may have more points, and if
 * half of the class was away there may be many of them.
 */
export function latestMaxPoints(records: readonly SubmissionRecord[]): number {
  const [first, ...others] = records;
  if (first === undefined) return 0;
  return others.reduce((latest, record) => (record.startedAt > latest.startedAt ? record : latest), first).maxPoints;
}

/** The exercises of a class in the order of the assignment: a submission that cannot be loaded lists none. */
export function exerciseNames(records: readonly SubmissionRecord[]): string[] {
  return [...new Set(records.flatMap((record) => record.exercises.map((exercise) => exercise.name)))];
}

/** How a class did on one exercise. */
export interface ItemSummary {
  name: string;
  statuses: { status: ExerciseStatus; count: number }[];
  total: number;
  /** over the submissions that export it */
  meanAgreement: number | null;
  meanShare: number | null;
  failedChecks: { name: string; kind: CheckKind; who: SubmissionRecord[] }[];
}

/** One summary per exercise, checks that fail most people first. */
export function summarizeItems(records: readonly SubmissionRecord[]): ItemSummary[] {
  const byName = new Map<string, { record: SubmissionRecord; exercise: ExerciseRecord }[]>();
  for (const record of records) {
    for (const exercise of record.exercises) pushTo(byName, exercise.name, { record, exercise });
  }
  return [...byName].map(([name, entries]) => {
    const exercises = entries.map((entry) => entry.exercise);
    return {
      name,
      statuses: countStatuses(exercises),
      total: exercises.length,
      meanAgreement: mean(exercises.filter((e) => e.status !== 'missing').map((e) => e.agreement)),
      meanShare: mean(exercises.filter((e) => e.maxPoints > 0).map((e) => e.points / e.maxPoints)),
      failedChecks: failedChecks(entries),
    };
  });
}

function failedChecks(
  entries: readonly { record: SubmissionRecord; exercise: ExerciseRecord }[],
): ItemSummary['failedChecks'] {
  const found = new Map<string, ItemSummary['failedChecks'][number]>();
  for (const { record, exercise } of entries) {
    for (const check of exercise.checks) {
      if (check.passed) continue;
      const key = JSON.stringify([check.kind, check.name]);
      const entry = found.get(key) ?? { name: check.name, kind: check.kind, who: [] };
      if (entry.who.at(-1) !== record) entry.who.push(record);
      found.set(key, entry);
    }
  }
  return [...found.values()].sort((a, b) => b.who.length - a.who.length);
}

/** The submissions that compute one and the same wrong formula. */
export interface Cluster {
  misconception: string;
  hint: string | null;
  who: SubmissionRecord[];
}

/** Largest clusters first; equal ones in the order of their first member. */
export function clusters(records: readonly SubmissionRecord[]): Cluster[] {
  const found = new Map<string, Cluster>();
  for (const record of records) {
    for (const { misconception, hint } of record.exercises) {
      if (misconception === null) continue;
      const cluster = found.get(misconception) ?? { misconception, hint, who: [] };
      cluster.hint ??= hint;
      cluster.who.push(record);
      found.set(misconception, cluster);
    }
  }
  return [...found.values()].sort((a, b) => b.who.length - a.who.length);
}

function countStatuses(exercises: readonly ExerciseRecord[]): { status: ExerciseStatus; count: number }[] {
  return STATUSES.map((status) => ({ status, count: exercises.filter((e) => e.status === status).length })).filter(
    ({ count }) => count > 0,
  );
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
