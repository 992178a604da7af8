import { median } from '../../properties/values/median.ts';
import type { CheckKind, ExerciseRecord, ExerciseStatus, SubmissionRecord } from '../record/record.ts';
import type { Records } from '../record/records.ts';
import { FirstOfSource } from './first-of-source.ts';
import { Group } from './group.ts';
import { STATUSES } from './statuses.ts';

/** The numbers of a class. */
export interface ClassSummary {
  graded: number;
  invalid: number;
  infraErrors: number;
  late: number;
  excused: number;
  /**
   * points of all that have some and are not excused; a submission that cannot be loaded counts with its 0, one on which the grader failed
   * not at all
   */
  scores: readonly number[];
  mean: number | null;
  median: number | null;
  maxPoints: number;
  /** how many have all points */
  full: number;
  statuses: StatusCount[];
  /** the names of the assignments, nearly always one */
  assignments: readonly string[];
  /** the exercises in the order of the assignment: a submission that cannot be loaded lists none */
  exercises: readonly string[];
  /** the first submission of the same source: equal ones are judged once */
  firstOfSource: (record: SubmissionRecord) => string | null;
  waiting: Waiting;
  items: readonly ItemSummary[];
  clusters: readonly Cluster[];
}

export interface StatusCount {
  status: ExerciseStatus;
  count: number;
}

/** The submissions that an instructor has to look at. */
export interface Waiting {
  /** the grader failed on them */
  failed: Group;
  invalid: Group;
  /** the oracles disagree with each other, and nobody has decided yet */
  disputed: Group;
  /** would earn more with another function right, and nobody has decided yet */
  followed: Group;
  /** the same source as somebody else */
  alike: Group;
}

/** How a class did on one exercise. */
export interface ItemSummary {
  name: string;
  statuses: StatusCount[];
  total: number;
  /** over the submissions that export it */
  meanAgreement: number | null;
  meanShare: number | null;
  /** those that fail most people first */
  failedChecks: FailedCheck[];
}

export interface FailedCheck {
  name: string;
  kind: CheckKind;
  who: Group;
}

/** The submissions that compute one and the same wrong formula. */
export interface Cluster {
  misconception: string;
  hint: string | null;
  who: Group;
}

const known = new WeakMap<Records, ClassSummary>();

/** All that reports say of a class as a whole. The records are gone through once, however many parts of a report ask. */
export function summarize(records: Records): ClassSummary {
  const summary = known.get(records) ?? summaryOf(records);
  known.set(records, summary);
  return summary;
}

function summaryOf(records: Records): ClassSummary {
  const counts = { graded: 0, invalid: 0, infra_error: 0 };
  const scores: number[] = [];
  const sources = new FirstOfSource();
  const assignments = new Set<string>();
  const items = new Map<string, Item>();
  const clusters = new Map<string, Cluster>();
  const waiting = newWaiting();
  let latest: Pick<SubmissionRecord, 'startedAt' | 'maxPoints'> | null = null;
  let full = 0;
  let late = 0;
  let excusedOnes = 0;
  let place = 0;
  for (const record of records) {
    const { status, maxPoints, startedAt, excused } = record;
    const points = excused ? null : record.points;
    counts[status] += 1;
    assignments.add(record.assignment);
    if (points !== null) scores.push(points);
    if (points !== null && points >= maxPoints) full += 1;
    if (record.late !== null) late += 1;
    if (excused) excusedOnes += 1;
    // The points possible are those of the one judged last. A record on another scale is left over from before a regrade, which
    // judges everybody in the class: it is older, but may have more points, and if half of the class was away there may be many.
    if (latest === null || startedAt > latest.startedAt) latest = { startedAt, maxPoints };
    sources.add(record);
    addWaiting(waiting, record, place);
    for (const exercise of record.exercises) {
      itemIn(items, exercise.name).add(exercise, record, place);
      addToCluster(clusters, exercise, record, place);
    }
    place += 1;
  }
  const all = [...items.values()];
  return {
    graded: counts.graded,
    invalid: counts.invalid,
    infraErrors: counts.infra_error,
    late,
    excused: excusedOnes,
    scores,
    mean: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    median: scores.length === 0 ? null : median(scores),
    maxPoints: latest?.maxPoints ?? 0,
    full,
    statuses: statusCounts((status) => all.reduce((sum, item) => sum + item.countOf(status), 0)),
    assignments: [...assignments],
    exercises: [...items.keys()],
    firstOfSource: (record) => sources.of(record),
    waiting,
    items: all.map((item) => item.summary()),
    clusters: [...clusters.values()].sort((a, b) => b.who.count - a.who.count),
  };
}

/** The sums over one exercise. */
class Item {
  readonly #name: string;
  readonly #counts = new Map<ExerciseStatus, number>();
  readonly #failed = new Map<string, FailedCheck>();
  readonly #agreement = new Mean();
  readonly #share = new Mean();
  #total = 0;

  constructor(name: string) {
    this.#name = name;
  }

  add({ status, agreement, points, maxPoints, checks }: ExerciseRecord, record: SubmissionRecord, place: number): void {
    this.#total += 1;
    this.#counts.set(status, this.countOf(status) + 1);
    if (status !== 'missing') this.#agreement.add(agreement);
    if (maxPoints > 0) this.#share.add(points / maxPoints);
    for (const { name, kind, passed } of checks) {
      if (passed) continue;
      const key = JSON.stringify([kind, name]);
      const check = this.#failed.get(key) ?? { name, kind, who: new Group() };
      check.who.addOnce(record, place);
      this.#failed.set(key, check);
    }
  }

  countOf(status: ExerciseStatus): number {
    return this.#counts.get(status) ?? 0;
  }

  summary(): ItemSummary {
    return {
      name: this.#name,
      statuses: statusCounts((status) => this.countOf(status)),
      total: this.#total,
      meanAgreement: this.#agreement.value,
      meanShare: this.#share.value,
      failedChecks: [...this.#failed.values()].sort((a, b) => b.who.count - a.who.count),
    };
  }
}

class Mean {
  #sum = 0;
  #count = 0;

  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
  }

  get value(): number | null {
    return this.#count === 0 ? null : this.#sum / this.#count;
  }
}

function itemIn(items: Map<string, Item>, name: string): Item {
  const item = items.get(name) ?? new Item(name);
  items.set(name, item);
  return item;
}

function addToCluster(
  clusters: Map<string, Cluster>,
  { misconception, hint }: ExerciseRecord,
  record: SubmissionRecord,
  place: number,
): void {
  if (misconception === null) return;
  const cluster = clusters.get(misconception) ?? { misconception, hint, who: new Group() };
  cluster.hint ??= hint;
  cluster.who.add(record, place);
  clusters.set(misconception, cluster);
}

function newWaiting(): Waiting {
  return {
    failed: new Group(),
    invalid: new Group(),
    disputed: new Group(),
    followed: new Group(),
    alike: new Group(),
  };
}

function addWaiting(waiting: Waiting, record: SubmissionRecord, place: number): void {
  const { status, exercises, similarTo } = record;
  if (status === 'infra_error') waiting.failed.add(record, place);
  if (status === 'invalid') waiting.invalid.add(record, place);
  if (exercises.some(isInDispute)) waiting.disputed.add(record, place);
  if (exercises.some(hasFollowThrough)) waiting.followed.add(record, place);
  if (similarTo.length > 0) waiting.alike.add(record, place);
}

function isInDispute({ status, decision }: ExerciseRecord): boolean {
  return status === 'disputed' && decision === null;
}

/** One that would earn more, and that is not decided yet. */
function hasFollowThrough({ points, followThrough, decision }: ExerciseRecord): boolean {
  return followThrough !== null && followThrough.points > points && decision === null;
}

/** Statuses that do not occur are left out. */
function statusCounts(countOf: (status: ExerciseStatus) => number): StatusCount[] {
  return STATUSES.map((status) => ({ status, count: countOf(status) })).filter(({ count }) => count > 0);
}
