import type { ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { shownPoints } from '../text/numbers.ts';
import { printableLine } from '../text/printable.ts';
import { type Explanation, explanationOf, RECORD_ALONE, tolerances, type Visible } from './explanation.ts';

/* What one student may see, as plain text. */

/** Shown in place of the grader's own error message, which is about the machine. */
export const GRADER_FAILED =
  'The grader itself failed on this submission. You did nothing wrong and lose nothing: it will be graded again.';

/** The message about a submission as a whole, null if there is none. */
export function submissionMessage(record: SubmissionRecord): string | null {
  const message = record.status === 'infra_error' ? GRADER_FAILED : record.message;
  const standing = standingSentences(record);
  if (standing.length === 0) return message;
  return [...(message === null ? [] : [message.replace(/\.?$/, '.')]), ...standing].join(' ');
}

/** What else determines the points of a submission: lateness, an excuse, a decision about the whole. */
function standingSentences({ late, excused, decision }: SubmissionRecord): string[] {
  return [
    ...(excused ? ['Excused: it has no grade.'] : []),
    ...(decision === null ? [] : [DECIDED]),
    ...(late === null
      ? []
      : [`Late: ${late.reason}${late.points > 0 ? ` (${shownPoints(late.points)} points)` : ''}.`]),
  ];
}

/** `8.5 of 10 points`, or that there are none yet. */
export function pointsLine(record: SubmissionRecord): string {
  if (record.points === null) return 'Not graded yet';
  return `${shownPoints(record.points)} of ${shownPoints(record.maxPoints)} points`;
}

/** `8.5 of 10 points`, of one exercise. */
export function exercisePoints({ points, maxPoints, bonus }: ExerciseRecord): string {
  return `${shownPoints(points)} of ${shownPoints(maxPoints)} ${bonus ? 'bonus points' : 'points'}`;
}

/** Shown if an instructor's decision replaces the verdict's points. The reason is a note for the instructor. */
export const DECIDED = 'Your instructor has decided on these points.';

/** Whether an exercise earned all of its points. */
export function isFull({ status, points, maxPoints }: ExerciseRecord): boolean {
  return maxPoints > 0 ? points >= maxPoints : status === 'correct' || status === 'disputed';
}

/** Why an exercise has its points, a line each: what is wrong, its name and hint, what else differs, what to do next. */
export function visibleLines(exercise: ExerciseRecord, visible: Visible): string[] {
  const { meaning, message, line, computes, hint, notes, difference, call, next } = explanationOf(exercise, visible);
  const lines = exercise.decision === null ? [] : [DECIDED];
  if (meaning !== null && message !== null) lines.push(meaning);
  lines.push(`${message ?? meaning ?? ''}${line === null ? '' : ` (${line})`}`);
  if (difference !== null) {
    const at = difference.at === null ? '' : ` at ${difference.at}`;
    lines.push(`Got ${difference.got}, expected ${difference.expected}${at}.`);
  }
  if (call !== null) lines.push(`Called as ${call}`);
  if (computes?.title) lines.push(`What it computes: ${computes.title}`);
  if (hint !== null) lines.push(`Hint: ${hint}`);
  lines.push(...notes.map((note) => `Also: ${note}`));
  if (next !== null) lines.push(`Next: ${nextText(next)}`);
  return lines.map(printableLine);
}

/** What to do next, in one sentence. */
export function nextText({ command, line }: NonNullable<Explanation['next']>): string {
  return `run ${command}${line === null ? '' : `, and look at ${line}`}`;
}

/** The whole of it in one text: each exercise with its points and, if some are lost, why. */
export function visibleSummary(record: SubmissionRecord, visible: Visible = RECORD_ALONE): string {
  const message = submissionMessage(record);
  const lines = message === null ? [] : [printableLine(message)];
  const explained = record.exercises.filter((exercise) => !isFull(exercise));
  for (const exercise of record.exercises) {
    lines.push(`${printableLine(exercise.name)}: ${exercise.status}, ${exercisePoints(exercise)}`);
    if (explained.includes(exercise)) lines.push(...visibleLines(exercise, visible).map((line) => `  ${line}`));
  }
  return [...lines, ...tolerances({ exercises: explained }).map(toleranceText)].join('\n');
}

/** What "allowed" means in the messages above. */
export function toleranceText(because: string): string {
  return printableLine(`Allowed: ${because}.`);
}
