import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { printableLine } from '../../text/printable.ts';
import type { Visible } from '../explanation.ts';
import { isFull, submissionMessage, visibleLines } from '../visible-text.ts';
import { jsonFile, type StudentFormat } from './format.ts';

/**
 * Gradescope's results.json, one per student. The student may see all of it, so it holds what feedback holds: never an
 * input of a hidden case. A submission on which the grader itself failed has none, and Gradescope then asks for another
 * run.
 *
 * @see https://gradescope-autograders.readthedocs.io/en/latest/specs/ (the same text in gradescope/autograder_samples,
 *   `docs/specs.md`)
 */
export const gradescope: StudentFormat = {
  kind: 'student',
  name: 'gradescope',
  summary: 'results.json of a Gradescope autograder, per student',
  render: (_student, record, _report, { visible }) =>
    record.status === 'infra_error' ? null : jsonFile(results(record, visible)),
};

function results(record: SubmissionRecord, visible: Visible): object {
  const message = submissionMessage(record);
  return {
    score: record.points ?? 0,
    execution_time: record.durationMs / 1000,
    ...(message === null ? {} : { output: printableLine(message), output_format: 'text' }),
    visibility: 'visible',
    stdout_visibility: 'hidden',
    tests: record.exercises.map((exercise, i) => testOf(exercise, i, visible)),
  };
}

function testOf(exercise: ExerciseRecord, position: number, visible: Visible): object {
  const { name, points, maxPoints } = exercise;
  return {
    name,
    number: String(position + 1),
    score: points,
    max_score: maxPoints,
    status: isFull(exercise) ? 'passed' : 'failed',
    output: visibleLines(exercise, visible).join('\n'),
    output_format: 'text',
    visibility: 'visible',
  };
}
