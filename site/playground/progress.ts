import type { Assignment } from '../../grader/assignment/assignment.ts';
import { toFix } from '../../grader/command-line/commands/what-to-fix.ts';
import type { ExerciseRecord, SubmissionRecord } from '../../grader/record/record.ts';
import { maxPointsOf, scaleFactor, withBonuses } from '../../grader/record/scale.ts';
import { rounded } from '../../grader/record/settled.ts';

/** How far the work on an assignment is. */
export interface Progress {
  /** the verdicts, as the assignment counts them */
  exercises: readonly ExerciseRecord[];
  /** not correct, the one to fix first before the others */
  faults: readonly ExerciseRecord[];
  /** stubs that still throw */
  unwritten: ReadonlySet<string>;
  /** names of exercises that nobody has begun, in the order of the assignment */
  open: readonly string[];
  correct: number;
  points: number;
  maxPoints: number;
}

/** @param path the file that the student is at */
export function progressOf(record: SubmissionRecord, assignment: Assignment, path: string): Progress {
  const exercises = withBonuses(record.exercises, assignment);
  const exported = exercises.filter(({ status }) => status !== 'missing');
  const { faults, unwritten } = toFix(
    exported,
    ({ name, line }) => path.startsWith(`${name}.`) || line?.startsWith(`${path}:`) === true,
  );
  const written = new Set(exported.filter((exercise) => !unwritten.includes(exercise)).map(({ name }) => name));
  const maxPoints = maxPointsOf(assignment);
  const possible = assignment.exercises.map(({ points, ...exercise }) => ({ ...exercise, maxPoints: points }));
  const scale = scaleFactor({ exercises: possible, maxPoints });
  return {
    exercises,
    faults,
    unwritten: new Set(unwritten.map(({ name }) => name)),
    open: assignment.exercises.map(({ name }) => name).filter((name) => !written.has(name)),
    correct: exported.filter(({ status }) => status === 'correct').length,
    points: rounded(exercises.reduce((sum, { points }) => sum + points, 0) * scale),
    maxPoints,
  };
}
