import type { Assignment } from '../assignment/assignment.ts';
import type { ExerciseRecord, SubmissionRecord } from './record.ts';

/** The possible points of a record as one text: each exercise with its points, or the total if it lists none. */
export function scaleOf({ status, exercises, maxPoints }: SubmissionRecord): string {
  return status === 'graded' ? graded(maxPoints, exercises) : String(maxPoints);
}

/**
 * The scales of an assignment's records, graded and others. A record with another scale was left over when the class
 * was regraded under other points, and is not up to date.
 */
export function scalesOf(assignment: Assignment): ReadonlySet<string> {
  const maxPoints = maxPointsOf(assignment);
  const exercises = assignment.exercises.map(({ points, ...exercise }) => ({ ...exercise, maxPoints: points }));
  return new Set([graded(maxPoints, exercises), String(maxPoints)]);
}

function graded(maxPoints: number, exercises: readonly { name: string; maxPoints: number; bonus?: true }[]): string {
  return JSON.stringify([maxPoints, exercises.map((each) => [each.name, each.maxPoints, each.bonus === true])]);
}

/** The points of an assignment: what it scales to, or the sum of its exercises. A bonus comes on top. */
export function maxPointsOf({ exercises, points }: Pick<Assignment, 'exercises' | 'points'>): number {
  return points ?? exercises.reduce((sum, exercise) => sum + (exercise.bonus ? 0 : exercise.points), 0);
}

/** The exercises of a record, marked as the bonuses that they are in this version of the assignment. */
export function withBonuses(exercises: readonly ExerciseRecord[], assignment: Assignment): ExerciseRecord[] {
  const bonuses = new Set(assignment.exercises.filter(({ bonus }) => bonus).map(({ name }) => name));
  return exercises.map((exercise) => {
    const marked = { ...exercise };
    if (bonuses.has(exercise.name)) marked.bonus = true;
    else delete marked.bonus;
    return marked;
  });
}

/** What a submission can earn at most: the points of the assignment and every bonus. */
export function mostPoints({ exercises, maxPoints }: Pick<SubmissionRecord, 'exercises' | 'maxPoints'>): number {
  return maxPoints + scaleFactor({ exercises, maxPoints }) * sumOf(exercises.filter(({ bonus }) => bonus));
}

/** Exercises and the points in all. */
interface Scaled {
  exercises: readonly { maxPoints: number; bonus?: true }[];
  maxPoints: number;
}

/** How many points of the submission one point of an exercise is. */
export function scaleFactor({ exercises, maxPoints }: Scaled): number {
  const sum = sumOf(exercises.filter(({ bonus }) => !bonus));
  return sum === 0 ? 1 : maxPoints / sum;
}

function sumOf(exercises: Scaled['exercises']): number {
  return exercises.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
}
