import { MomentError, machineZone, momentOf, zoneOf } from '../text/moment.ts';
import type { Place } from './place.ts';

/** What lateness costs, as shares of the points that a submission earned. */
export interface LatePolicy {
  /** minutes after `due` that cost nothing */
  graceMinutes: number;
  /** for each day begun after that */
  perDay: number;
  /** together */
  most: number;
}

/** What a course decides beyond the verdicts; absent where it decides nothing. */
export interface Policy {
  /** the deadline, as it is written in the file; see `timeZone` */
  due?: string;
  late?: LatePolicy;
  /** an IANA name: where a time without a zone is meant; absent: where the machine is */
  timeZone?: string;
  /** what the points of the exercises without bonus are scaled to */
  points?: number;
}

export const POLICY_KEYS = ['due', 'late', 'timeZone', 'points'] as const;

const FREE: Readonly<LatePolicy> = { graceMinutes: 0, perDay: 0, most: 1 };

/** The policy in an assignment file. @throws {UsageError} A part of it has a fault. */
export function policyOf(
  at: Place,
  given: Readonly<Record<string, unknown>>,
  exercises: readonly { points: number; bonus?: true }[],
): Policy {
  const policy: Policy = {};
  if (given.timeZone !== undefined) policy.timeZone = timeZoneAt(at.key('timeZone'), given.timeZone);
  if (given.due !== undefined) policy.due = dueAt(at.key('due'), given.due, policy.timeZone);
  if (given.late !== undefined) policy.late = lateAt(at.key('late'), given.late, policy.due);
  if (given.points !== undefined) policy.points = scaledAt(at.key('points'), given.points, exercises);
  return policy;
}

function timeZoneAt(at: Place, value: unknown): string {
  const name = at.text(value);
  return zoneOf(name) ?? at.expected('the name of a time zone such as Europe/Berlin or UTC', name);
}

function dueAt(at: Place, value: unknown, zone: string | undefined): string {
  const text = at.text(value);
  try {
    momentOf(text, zone ?? machineZone());
    return text;
  } catch (error) {
    if (!(error instanceof MomentError)) throw error;
    return at.expected(error.expected, text);
  }
}

function lateAt(at: Place, value: unknown, due: string | undefined): LatePolicy {
  const given = at.object(value, Object.keys(FREE));
  if (due === undefined) return at.expected('a deadline "due" beside it', value);
  const { graceMinutes = FREE.graceMinutes, perDay = FREE.perDay, most = FREE.most } = given;
  return {
    graceMinutes: at.key('graceMinutes').atLeastZero(graceMinutes),
    perDay: at.key('perDay').share(perDay),
    most: at.key('most').share(most),
  };
}

function scaledAt(at: Place, value: unknown, exercises: readonly { points: number; bonus?: true }[]): number {
  const points = at.positivePoints(value);
  if (exercises.some((exercise) => exercise.bonus !== true && exercise.points > 0)) return points;
  return at.expected('an exercise with points that is not a bonus, whose points can be scaled', value);
}
