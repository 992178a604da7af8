import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { printableLine } from '../../text/printable.ts';
import type { Visible } from '../explanation.ts';
import { GRADER_FAILED, pointsLine, submissionMessage, visibleLines } from '../visible-text.ts';
import { jsonFile, type StudentFormat } from './format.ts';

/**
 * PrairieLearn's results.json of an external grader, one per student. If nothing could be run, or the grader itself
 * failed, `gradable` is false: "no points will be awarded or lost, and the student will not be penalized an attempt".
 *
 * @see https://github.com/PrairieLearn/PrairieLearn/blob/master/docs/externalGrading.md, "Grading results"
 */
export const prairielearn: StudentFormat = {
  kind: 'student',
  name: 'prairielearn',
  summary: 'results.json of a PrairieLearn external grader, per student',
  render: (_student, record, _report, { visible }) => jsonFile(results(record, visible)),
};

function results(record: SubmissionRecord, visible: Visible): object {
  const message = submissionMessage(record);
  if (record.status !== 'graded' || record.points === null) {
    return { gradable: false, format_errors: [printableLine(message ?? GRADER_FAILED)] };
  }
  return {
    gradable: true,
    score: record.maxPoints > 0 ? Math.min(1, Math.max(0, record.points / record.maxPoints)) : 0,
    message: pointsLine(record),
    output: message === null ? '' : printableLine(message),
    tests: record.exercises.map((exercise) => testOf(exercise, visible)),
  };
}

function testOf(exercise: ExerciseRecord, visible: Visible): object {
  const { name, status, points, maxPoints } = exercise;
  return {
    name,
    description: status,
    points,
    max_points: maxPoints,
    message: visibleLines(exercise, visible).join('\n'),
    output: '',
  };
}
