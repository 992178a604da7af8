import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import type { Student } from '../../roster/student.ts';
import type { ClassReport } from '../class-report.ts';
import type { Visible } from '../explanation.ts';
import { isFull, visibleLines } from '../visible-text.ts';
import { jsonFile, type StudentFormat, type Surroundings } from './format.ts';

/**
 * Classroom 50 has whole points only, and ours may be 8.5 of 10: all are given in hundredths, so that nothing is lost
 * by rounding and every share stays the same.
 */
const SCALE = 100;

/**
 * Classroom 50's result.json, one per student. Inside its runner the identity of the submission comes from the environment
 * (CLASSROOM, ASSIGNMENT, OWNER, SUBMISSION_TAG, …); for a whole class, whose runner is elsewhere, the owner is the roster's
 * login or the id, and what is not known reads "unknown". `datetime` is the time of grading: the runner adds that of
 * the submission. A submission on which the grader itself failed has no file: the runner then reports an error and no
 * score.
 *
 * @see https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json and the contract in
 *   `cli/gh-teacher/embed/autograder.py` there
 */
export const classroom50: StudentFormat = {
  kind: 'student',
  name: 'classroom50',
  summary: 'result.json of Classroom 50, per student',
  render: (student, record, report, surroundings) =>
    record.status === 'infra_error' ? null : jsonFile(result(student, record, report, surroundings)),
};

function result(
  student: Student,
  record: SubmissionRecord,
  report: ClassReport,
  { env, visible }: Surroundings,
): object {
  const datetime = record.startedAt.replace(/\.\d+Z$/, 'Z');
  // The environment describes one submission, so it says nothing about a class.
  const known = (name: string): string | undefined =>
    report.records.length === 1 ? env[name] || undefined : undefined;
  const commit = known('COMMIT_URL') ?? 'unknown';
  const tests = record.exercises.map((exercise) => testOf(exercise, visible));
  return {
    schema: 'classroom50/result/v1',
    classroom: known('CLASSROOM') ?? 'unknown',
    assignment: known('ASSIGNMENT') ?? report.assignment,
    assignment_type: known('ASSIGNMENT_TYPE') === 'group' ? 'group' : 'individual',
    owner: known('OWNER') ?? known('USERNAME') ?? student.login ?? student.id,
    submission: known('SUBMISSION_TAG') ?? `submit/${datetime}`,
    commit,
    release: known('RELEASE_URL') ?? 'unknown',
    review: known('REVIEW_URL') ?? commit,
    datetime,
    graded_at: datetime,
    score: Math.min(whole(record.points ?? 0), whole(record.maxPoints)),
    'max-score': whole(record.maxPoints),
    tests,
  };
}

function testOf(exercise: ExerciseRecord, visible: Visible): object {
  return {
    'test-name': exercise.name,
    passed: isFull(exercise),
    score: Math.min(whole(exercise.points), whole(exercise.maxPoints)),
    'max-score': whole(exercise.maxPoints),
    message: visibleLines(exercise, visible).join('\n'),
  };
}

function whole(points: number): number {
  return Math.round(points * SCALE);
}
