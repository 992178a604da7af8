import { shownPath } from '../../properties/values/value.ts';
import type { ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { shownPoints } from '../text/numbers.ts';
import { printableLine } from '../text/printable.ts';
import { STATUS_TEXT } from './statuses.ts';
import { shownDifference, valueText } from './visible-difference.ts';
import { visibleMessage } from './visible-message.ts';

/*
 * What one student may see, as plain text: the rules of feedback.ts. Of a class's hidden inputs nothing (no arguments, no
 * whole result, no seed or path, no names of checks); of other students nothing.
 */

/** Shown in place of the grader's own error message, which is about the machine. */
export const GRADER_FAILED =
  'The grader itself failed on this submission. You did nothing wrong and lose nothing: it will be graded again.';

/** The message about a submission as a whole, null if there is none. */
export function submissionMessage(record: SubmissionRecord): string | null {
  return record.status === 'infra_error' ? GRADER_FAILED : record.message;
}

/** `8.5 of 10 points`, or that there are none yet. */
export function pointsLine(record: SubmissionRecord): string {
  if (record.points === null) return 'Not graded yet';
  return `${shownPoints(record.points)} of ${shownPoints(record.maxPoints)} points`;
}

/** Shown if an instructor's decision replaces the verdict's points. The reason is a note for the instructor. */
export const DECIDED = 'Your instructor has decided on these points.';

/** Whether a message already says what is in its counterexample. */
export function saysItAll({ message, counterexample }: ExerciseRecord): boolean {
  return counterexample !== null && message?.includes(counterexample.because) === true;
}

/** Whether an exercise earned all of its points. */
export function isFull({ points, maxPoints }: ExerciseRecord): boolean {
  return points >= maxPoints;
}

/** Why an exercise has its points, a line each: message, hint, the differing element and why it is wrong. */
export function visibleLines(exercise: ExerciseRecord): string[] {
  const { status, line, hint, counterexample, decision } = exercise;
  const message = visibleMessage(exercise);
  const lines = decision === null ? [] : [DECIDED];
  lines.push(`${message ?? STATUS_TEXT[status].meaning}${line === null ? '' : ` (${line})`}`);
  if (hint !== null) lines.push(`Hint: ${hint}`);
  if (counterexample !== null && !saysItAll(exercise)) {
    const { got, expected } = shownDifference(counterexample);
    const at = counterexample.index.length === 0 ? '' : ` at ${shownPath(counterexample.index)}`;
    lines.push(`Got ${valueText(got)}, expected ${valueText(expected)}${at}.`, counterexample.because);
  }
  return lines.map(printableLine);
}

/** The whole of it in one text: each exercise with its points and, if some are lost, why. */
export function visibleSummary(record: SubmissionRecord): string {
  const message = submissionMessage(record);
  const lines = message === null ? [] : [printableLine(message)];
  for (const exercise of record.exercises) {
    const { name, status, points, maxPoints } = exercise;
    lines.push(`${printableLine(name)}: ${status}, ${shownPoints(points)} of ${shownPoints(maxPoints)} points`);
    if (!isFull(exercise)) lines.push(...visibleLines(exercise).map((line) => `  ${line}`));
  }
  return lines.join('\n');
}
