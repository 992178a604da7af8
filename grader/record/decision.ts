import type { Decision, ExerciseRecord, SubmissionRecord } from './record.ts';

/** The exercise with a decision on it, or with what the verdict alone earns. */
export function decided(exercise: ExerciseRecord, decision: Decision | null): ExerciseRecord {
  return { ...exercise, points: decision?.points ?? verdictPoints(exercise), decision };
}

/** What the verdict alone earns, without any decision. */
export function verdictPoints({ points, decision }: ExerciseRecord): number {
  return decision?.verdictPoints ?? points;
}

/** The points of a submission: those of its exercises, without the last digits of their sum. */
export function totalPoints(exercises: readonly Pick<ExerciseRecord, 'points'>[]): number {
  return Math.round(exercises.reduce((sum, { points }) => sum + points, 0) * 1e6) / 1e6;
}

/**
 * A new record with the decisions of an earlier one of the same source. A decision is about the code that it was made
 * on: if the source is another, it lapses.
 */
export function withDecisionsOf(earlier: SubmissionRecord | null, record: SubmissionRecord): SubmissionRecord {
  const made = new Map(earlier?.exercises.flatMap(({ name, decision }) => (decision ? [[name, decision]] : [])));
  if (made.size === 0 || record.status !== 'graded' || record.sourceHash !== earlier?.sourceHash) return record;
  const exercises = record.exercises.map((exercise) => {
    const decision = made.get(exercise.name);
    return decision === undefined ? exercise : decided(exercise, renewed(decision, exercise));
  });
  return { ...record, exercises, points: totalPoints(exercises) };
}

/** Whether an instructor has decided something about a submission. */
export function hasDecisions({ exercises }: SubmissionRecord): boolean {
  return exercises.some(({ decision }) => decision !== null);
}

/** The decision carried over to a new verdict: the same kind, in the points of that verdict. */
function renewed(decision: Decision, exercise: ExerciseRecord): Decision {
  const { maxPoints, followThrough } = exercise;
  const points = {
    points: Math.min(decision.points, maxPoints),
    accept: maxPoints,
    'follow-through': followThrough?.points ?? Math.min(decision.points, maxPoints),
  }[decision.kind];
  return { ...decision, points, verdictPoints: exercise.points };
}
