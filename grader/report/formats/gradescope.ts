import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { printableLine } from '../../text/printable.ts';
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
  render: (_student, record) => (record.status === 'infra_error' ? null : jsonFile(results(record))),
};

function results(record: SubmissionRecord): object {
  const message = submissionMessage(record);
  return {
    score: record.points ?? 0,
    execution_time: record.durationMs / 1000,
    ...(message === null ? {} : { output: printableLine(message), output_format: 'text' }),
    visibility: 'visible',
    stdout_visibility: 'hidden',
    tests: record.exercises.map(testOf),
  };
}

function testOf(exercise: ExerciseRecord, position: number): object {
  const { name, points, maxPoints } = exercise;
  return {
    name,
    number: String(position + 1),
    score: points,
    max_score: maxPoints,
    status: isFull(exercise) ? 'passed' : 'failed',
    output: visibleLines(exercise).join('\n'),
    output_format: 'text',
    visibility: 'visible',
  };
}
