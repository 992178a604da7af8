import type { Decision, ExerciseRecord, SubmissionRecord } from './record.ts';
import { settled } from './settled.ts';

/** The exercise with a decision on it, or with what the verdict alone earns. */
export function decided(exercise: ExerciseRecord, decision: Decision | null): ExerciseRecord {
  return { ...exercise, points: decision?.points ?? verdictPoints(exercise), decision };
}

/** What the verdict alone earns, without any decision. */
export function verdictPoints({ points, decision }: ExerciseRecord): number {
  return decision?.verdictPoints ?? points;
}

/**
 * A new record with the decisions of an earlier one of the same source. A decision is about the code that it was made
 * on: if the source is another, it lapses.
 */
export function withDecisionsOf(earlier: SubmissionRecord | null, record: SubmissionRecord): SubmissionRecord {
  if (earlier === null || !hasDecisions(earlier) || !isSameWork(earlier, record)) return record;
  const made = new Map(earlier.exercises.flatMap(({ name, decision }) => (decision ? [[name, decision]] : [])));
  const exercises = record.exercises.map((exercise) => {
    const decision = made.get(exercise.name);
    return decision === undefined ? exercise : decided(exercise, renewed(decision, exercise));
  });
  return settled({ ...record, exercises, decision: earlier.decision });
}

/** What cannot be loaded may have no hash; its message says whether it is the same. */
function isSameWork(earlier: SubmissionRecord, record: SubmissionRecord): boolean {
  if (record.status === 'infra_error') return false;
  if (record.sourceHash !== null || earlier.sourceHash !== null) return record.sourceHash === earlier.sourceHash;
  return record.message === earlier.message;
}

/** Whether an instructor has decided something about a submission. */
export function hasDecisions({ exercises, decision: whole }: SubmissionRecord): boolean {
  return whole !== null || exercises.some(({ decision }) => decision !== null);
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
