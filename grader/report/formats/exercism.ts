import type { ExerciseRecord, ExerciseStatus, SubmissionRecord } from '../../record/record.ts';
import { printable } from '../../text/printable.ts';
import type { Visible } from '../explanation.ts';
import { GRADER_FAILED, isFull, submissionMessage, visibleLines } from '../visible-text.ts';
import { jsonFile, type StudentFormat } from './format.ts';

const LONGEST_MESSAGE = 65_535;
const ERRORS: readonly ExerciseStatus[] = ['error', 'timeout', 'memory'];

/**
 * Exercism's results.json, version 3, one per student: a test per exercise, its place in the assignment as the task.
 * The status is `error` if nothing of a submission could be run, or if the grader itself failed on it, and then its
 * message says so (there are no points to lose). There is no `test_code`: the tests are drawn, and hidden.
 *
 * @see https://github.com/exercism/docs/blob/main/building/tooling/test-runners/interface.md
 */
export const exercism: StudentFormat = {
  kind: 'student',
  name: 'exercism',
  summary: 'results.json of an Exercism test runner (version 3), per student',
  render: (_student, record, _report, { visible }) => jsonFile(results(record, visible)),
};

function results(record: SubmissionRecord, visible: Visible): object {
  if (record.status !== 'graded') {
    const message = submissionMessage(record) ?? GRADER_FAILED;
    return { version: 3, status: 'error', message: cut(printable(message)), tests: [] };
  }
  const tests = record.exercises.map((exercise, i) => testOf(exercise, i, visible));
  return { version: 3, status: record.exercises.every(isFull) ? 'pass' : 'fail', message: null, tests };
}

function testOf(exercise: ExerciseRecord, position: number, visible: Visible): object {
  const { name, status } = exercise;
  const passed = isFull(exercise);
  return {
    name,
    status: passed ? 'pass' : ERRORS.includes(status) ? 'error' : 'fail',
    message: passed ? null : cut(visibleLines(exercise, visible).join('\n')),
    task_id: position + 1,
  };
}

/** The limit counts bytes. */
function cut(message: string): string {
  if (Buffer.byteLength(message) <= LONGEST_MESSAGE) return message;
  return `${Array.from(message.slice(0, LONGEST_MESSAGE / 4 - 2))
    .slice(0, -1)
    .join('')}…`;
}
