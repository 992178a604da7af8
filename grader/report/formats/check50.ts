import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { printable, printableLine } from '../../text/printable.ts';
import { packageVersion } from '../../text/version.ts';
import type { ClassReport } from '../class-report.ts';
import type { Visible } from '../explanation.ts';
import { shownDifference, valueText } from '../visible-difference.ts';
import { DECIDED, GRADER_FAILED, isFull, submissionMessage, visibleLines } from '../visible-text.ts';
import { jsonFile, type StudentFormat } from './format.ts';

/**
 * The JSON of `check50 --output json`, one per student: a check per exercise. If nothing could be run, every check is
 * skipped (`passed` null); if the grader itself failed, there is `error` in place of `results`, as in check50. Points
 * are in the check's `data`; `version` is Backproof's.
 *
 * @see https://github.com/cs50/check50, `docs/source/json_specification.rst` and `check50/renderer/_renderers.py`
 */
export const check50: StudentFormat = {
  kind: 'student',
  name: 'check50',
  summary: 'the JSON of check50, per student',
  render: (_student, record, report, { visible }) =>
    jsonFile({ ...outcome(record, report, visible), version: packageVersion() }),
};

function outcome(record: SubmissionRecord, { assignment, exercises }: ClassReport, visible: Visible): object {
  const slug = `backproof/${assignment}`;
  if (record.status === 'infra_error') {
    return { slug, error: { type: 'InfraError', value: GRADER_FAILED, traceback: [], data: {} } };
  }
  if (record.status === 'graded')
    return { slug, results: record.exercises.map((exercise) => checkOf(exercise, visible)) };
  const rationale = printableLine(submissionMessage(record) ?? 'it cannot be loaded');
  const loads = check('loads', 'the submission can be loaded', false, { rationale, help: null });
  const skipped = { rationale: "can't check until the submission can be loaded" };
  const others = exercises.map((name) => ({ ...check(name, `${name} is right`, null, skipped), dependency: 'loads' }));
  return { slug, results: [loads, ...others] };
}

function checkOf(exercise: ExerciseRecord, visible: Visible): object {
  const { name, points, maxPoints, decision } = exercise;
  const passed = isFull(exercise);
  const log = decision === null ? [] : [DECIDED];
  const cause = passed ? null : causeOf(exercise, visible);
  return { ...check(name, `${name} is right`, passed, cause), log, data: { points, maxPoints } };
}

function check(name: string, description: string, passed: boolean | null, cause: object | null): object {
  return { name, description, passed, log: [], cause, data: {}, dependency: null };
}

function causeOf(exercise: ExerciseRecord, visible: Visible): object {
  const { counterexample } = exercise;
  const [rationale = exercise.status, ...help] = visibleLines(exercise, visible);
  const cause = { rationale, help: help.length === 0 ? null : help.join('\n') };
  if (counterexample === null) return cause;
  const { got, expected } = shownDifference(counterexample);
  return { ...cause, expected: printable(valueText(expected)), actual: printable(valueText(got)) };
}
