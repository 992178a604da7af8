import type { Assignment } from '../assignment/assignment.ts';
import type { SubmissionRecord } from './record.ts';

/** The possible points of a record as one text: each exercise with its points, or the total if it lists none. */
export function scaleOf({ status, exercises, maxPoints }: SubmissionRecord): string {
  return status === 'graded' ? JSON.stringify(exercises.map((each) => [each.name, each.maxPoints])) : String(maxPoints);
}

/**
 * The scales of an assignment's records, graded and others. A record with another scale was left over when the class
 * was regraded under other points, and is not up to date.
 */
export function scalesOf(assignment: Assignment): ReadonlySet<string> {
  const own = JSON.stringify(assignment.exercises.map(({ name, points }) => [name, points]));
  return new Set([own, String(maxPointsOf(assignment))]);
}

/** The points of an assignment. */
export function maxPointsOf({ exercises }: Pick<Assignment, 'exercises'>): number {
  return exercises.reduce((sum, { points }) => sum + points, 0);
}
