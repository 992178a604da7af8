import { shownPath } from '../../properties/values/value.ts';
import type { ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { checkCommandLine } from '../text/command-line.ts';
import { shortened } from '../text/printable.ts';
import { STATUS_TEXT } from './statuses.ts';
import { shownDifference, valueText } from './visible-difference.ts';
import { visibleMessage } from './visible-message.ts';

/*
 * What one student may read about an exercise, in the order in which it helps. All reports for students are made of
 * this, so what may be seen is decided here, in visible-message.ts and in visible-difference.ts alone: of a class's hidden
 * inputs nothing (unless the instructor asks for the arguments), no whole result, no seed or path, no names of checks; of
 * other students nothing.
 */

/** What a report for students may say beyond the record. */
export interface Visible {
  /** titles of misconceptions, by id */
  titles: ReadonlyMap<string, string>;
  /** whether the counterexample's arguments are shown: the instructor's choice */
  withInputs: boolean;
}

/** Nothing beyond the record. */
export const RECORD_ALONE: Visible = { titles: new Map(), withInputs: false };

export interface Explanation {
  /** what the status means, where the word alone does not say it */
  meaning: string | null;
  message: string | null;
  line: string | null;
  /** what the code computes: the title of the misconception, or its id if the title is not known */
  computes: { id: string; title: string | null } | null;
  hint: string | null;
  notes: readonly string[];
  /** the differing element, if the message does not say it */
  difference: { at: string | null; got: string; expected: string } | null;
  /** the call that fails, `softmax([[1,2]])`, if it may be shown */
  call: string | null;
  /** what to do next: a command and where to look */
  next: { command: string; line: string | null } | null;
}

/** Words that do not say by themselves what happened. */
const UNCLEAR: ReadonlySet<string> = new Set(['unstable', 'disputed']);
const LONGEST_CALL = 2000;

export function explanationOf(exercise: ExerciseRecord, { titles, withInputs }: Visible): Explanation {
  const { name, status, line, misconception, hint, notes, counterexample } = exercise;
  const message = visibleMessage(exercise);
  return {
    meaning: message === null || UNCLEAR.has(status) ? STATUS_TEXT[status].meaning : null,
    message,
    line,
    computes: misconception === null ? null : { id: misconception, title: titles.get(misconception) ?? null },
    hint,
    notes,
    difference: differenceOf(exercise),
    call: withInputs && counterexample !== null ? callText(name, counterexample.args) : null,
    next: nextStep(exercise),
  };
}

function differenceOf(exercise: ExerciseRecord): Explanation['difference'] {
  const { counterexample } = exercise;
  if (counterexample === null || saysDifference(exercise)) return null;
  const { got, expected } = shownDifference(counterexample);
  const at = counterexample.index.length === 0 ? null : shownPath(counterexample.index);
  return { at, got: valueText(got), expected: valueText(expected) };
}

/** Whether the message already says what came and what should have come, or that nothing came. */
function saysDifference({ message, counterexample }: ExerciseRecord): boolean {
  if (message === null || counterexample === null) return false;
  return counterexample.error === null || /\bgot .*, expected /.test(message);
}

/** A call as the student would write it. */
function callText(name: string, args: readonly unknown[]): string {
  return shortened(`${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`, LONGEST_CALL);
}

/** What can be mended is looked at with the same checks on other inputs, which may be seen. */
function nextStep({ name, status, line, points, maxPoints }: ExerciseRecord): Explanation['next'] {
  if (points >= maxPoints && status !== 'unstable') return null;
  if (status === 'missing' || status === 'disputed') return null;
  const file = line === null ? 'FILE' : line.replace(/:\d+$/, '');
  return { command: checkCommandLine(file, name), line };
}

/** How exact a value must be: the sentences behind the allowed errors in the messages of a record, each once. */
export function tolerances({ exercises }: Pick<SubmissionRecord, 'exercises'>): string[] {
  const sentences = exercises.flatMap(({ message, counterexample }) =>
    counterexample !== null && message?.includes('allowed ') && !message.includes(counterexample.because)
      ? [counterexample.because]
      : [],
  );
  return [...new Set(sentences)];
}
