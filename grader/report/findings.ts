import type { ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { shownPoints } from '../text/numbers.ts';
import { printableLine, shortened } from '../text/printable.ts';

/** A note is a sentence, and a table has little room. */
const LONGEST_NOTE = 100;

/** `over-batch` of `softmax/over-batch`: the exercise is named beside it already. */
function ownName(misconception: string): string {
  return printableLine(misconception.slice(misconception.indexOf('/') + 1));
}

/** What else determines the points: lateness, an excuse, a decision about the whole. */
function standing({ late, excused, decision }: SubmissionRecord): string[] {
  return [
    ...(excused ? ['excused'] : []),
    ...(late === null ? [] : [late.points > 0 ? `late (-${shownPoints(late.points)})` : 'late']),
    ...(decision === null ? [] : [`decided: ${shortened(printableLine(decision.reason), LONGEST_NOTE)}`]),
  ];
}

function messageOf(record: SubmissionRecord): string {
  const text = record.message === null ? '' : `: ${shortened(printableLine(record.message), 200)}`;
  return `${record.status}${text}`;
}

function shortNote(note: string): string {
  return shortened(printableLine(note), LONGEST_NOTE);
}

function named({ misconception, notes }: ExerciseRecord): string {
  return [printableLine(misconception ?? ''), ...notes.map(shortNote)].join('; ');
}

/** What the columns of statuses do not show: misconceptions, and points that a correct one lost. */
export function shortFindings(record: SubmissionRecord): string {
  if (record.status !== 'graded') return [messageOf(record), ...standing(record)].join(', ');
  const found = record.exercises
    .filter((exercise) => exercise.misconception !== null || exercise.notes.length > 0 || lessThanCorrect(exercise))
    .map((exercise) => (exercise.misconception === null ? finding(exercise) : named(exercise)));
  return [...standing(record), ...found].join(', ');
}

/** Missing exercises beyond this number are counted, not named. */
const MOST_MISSING = 3;

/** All that is not correct, or lost points although it is: `softmax: unstable (no-maximum)`. */
export function findings(record: SubmissionRecord): string {
  if (record.status !== 'graded') return [messageOf(record), ...standing(record)].join(', ');
  const found = record.exercises.filter((exercise) => exercise.status !== 'correct' || lessThanCorrect(exercise));
  const missing = found.filter(({ status }) => status === 'missing');
  if (missing.length <= MOST_MISSING) return [...standing(record), ...found.map(finding)].join(', ');
  const others = found.filter(({ status }) => status !== 'missing').map(finding);
  return [...standing(record), ...others, `${missing.length} missing`].join(', ');
}

/** For changing an argument, or accepting illegal input. */
function lessThanCorrect({ status, points, maxPoints }: ExerciseRecord): boolean {
  return status === 'correct' && points < maxPoints;
}

function finding(exercise: ExerciseRecord): string {
  const { name, status, points, maxPoints, misconception, notes } = exercise;
  const told = [...(misconception === null ? [] : [ownName(misconception)]), ...notes.map(shortNote)];
  const named = told.length === 0 ? '' : ` (${told.join('; ')})`;
  const lost = lessThanCorrect(exercise) ? ` (-${shownPoints(maxPoints - points)})` : '';
  return `${printableLine(name)}: ${status}${named}${lost}`;
}
