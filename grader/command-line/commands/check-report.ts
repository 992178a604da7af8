import pc from 'picocolors';
import type { SourceFile, Submission } from '../../class/submission.ts';
import type { Judged } from '../../process/submission-run.ts';
import type { ExerciseRecord } from '../../record/record.ts';
import { tolerances } from '../../report/explanation.ts';
import { STATUS_TEXT } from '../../report/statuses.ts';
import { toleranceText } from '../../report/visible-text.ts';
import type { JudgedSubmission } from '../../run/judged.ts';
import type { Heard } from '../../sandbox/listen.ts';
import { printableLine, shortened } from '../../text/printable.ts';
import { parametersAdvice } from './parameters-advice.ts';
import { printedText } from './printed-text.ts';
import { exportedOf, toFixOf } from './what-to-fix.ts';

/** A submission, and what came of checking it. */
export interface Checked extends JudgedSubmission {
  submission: Submission;
  judged: Judged;
  /** the file that was saved last; null if nothing tells */
  saved: string | null;
  heard: readonly Heard[];
}

/**
 * What `check` prints about a submission for its student.
 *
 * @param file what the submission is called
 * @param wanted the one exercise that was named, or null for all
 */
export function checkReport(file: string, checked: Checked, wanted: string | null, isColoured: boolean): string {
  const { record, submission } = checked;
  const colours = pc.createColors(isColoured);
  const name = printableLine(file);
  const printed = printedText(checked.heard);
  if (record.status === 'invalid')
    return `${colours.red('cannot be graded')}  ${invalidText(name, checked)}\n${printed}`;
  if (record.status === 'infra_error') return `${checkerFailed(record.message ?? '')}\n`;
  const remark = record.message === null ? '' : `${printableLine(record.message)}\n\n`;
  const exported = exportedOf(checked);
  if (exported.length === 0) {
    const what = wanted === null ? 'of an exercise (`backproof list` names them)' : `named \`${wanted}\``;
    return `${remark}${name} exports no function ${what}\n${misspeltText(checked)}${printed}`;
  }
  const { faults, unwritten } = toFixOf(checked);
  const lines = exported
    .filter((exercise) => !unwritten.includes(exercise))
    .map(({ name: exercise, status, message }) => {
      const mark = status === 'correct' ? colours.green('✓') : colours.red('✗');
      const loss = status === 'correct' && message ? ` (${printableLine(message)})` : '';
      return `${mark} ${exercise}: ${status}${loss}\n`;
    });
  if (unwritten.length > 0) lines.push(`- not written yet: ${named(unwritten)}\n`);
  const [first, ...others] = faults;
  const fix = first ? `\n${firstFix(first, submission.files)}${nextFixes(others)}` : '';
  return `${remark}${lines.join('')}${misspeltText(checked)}${fix}${printed}`;
}

/** What is said if the checker has a fault. */
export function checkerFailed(message: string): string {
  return `the checker itself failed, your work is not to blame: ${printableLine(message)}`;
}

/** Why a submission is invalid. Only a message of the process that loads it does not name the file. */
function invalidText(name: string, { record, submission, judged }: Checked): string {
  const message = printableLine(record.message ?? '');
  return judged.kind === 'unloadable' && submission.problem === null ? `${name}: ${message}` : message;
}

/** Exports whose names come close to those of exercises. */
function misspeltText({ record, misspelt }: Checked): string {
  return misspelt
    .map(({ exercise, line }) => {
      const message = record.exercises.find(({ name }) => name === exercise)?.message ?? '';
      return `${line === null ? '' : `${printableLine(line)}: `}${printableLine(message)}\n`;
    })
    .join('');
}

/** The most exercises of one line. */
const MOST_NAMED = 12;
/** The most faults that follow the one that is explained. */
const MOST_NEXT = 4;
const LONGEST_NEXT = 160;

function named(exercises: readonly ExerciseRecord[]): string {
  const more = exercises.length - MOST_NAMED;
  const names = exercises.slice(0, MOST_NAMED).map(({ name }) => name);
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A line for each of the faults that come next, with the most that is known of it. */
function nextFixes(exercises: readonly ExerciseRecord[]): string {
  if (exercises.length === 0) return '';
  const lines = exercises.slice(0, MOST_NEXT).map(({ name, status, hint, message, line }) => {
    const why = hint ?? message;
    const told = why === null ? '' : `: ${shortened(printableLine(why), LONGEST_NEXT)}`;
    return `  ${name}${line === null ? '' : ` (${printableLine(line)})`} ${STATUS_TEXT[status].instead}${told}`;
  });
  const more = exercises.slice(MOST_NEXT);
  if (more.length > 0) lines.push(`  ${named(more)}`);
  return `\nThen:\n${lines.join('\n')}\n`;
}

/** Which exercise to fix first, and what is wrong with it. */
export function toFixFirst({ name, status, line }: ExerciseRecord): string {
  return `Fix first: ${name}${line === null ? '' : ` (${printableLine(line)})`} ${STATUS_TEXT[status].instead}`;
}

/** The first thing to fix: one fault at a time is what can be worked on. */
function firstFix(exercise: ExerciseRecord, files: readonly SourceFile[]): string {
  const { name, status, message, hint, notes, line, counterexample } = exercise;
  const parts = [
    `Fix first: ${name}${line === null ? '' : ` (${printableLine(line)})`} ${STATUS_TEXT[status].instead}`,
  ];
  if (counterexample) {
    parts.push(`  ${name}(${counterexample.args.map((arg) => JSON.stringify(arg)).join(', ')})`);
  }
  if (message !== null) parts.push(`  ${printableLine(message)}`);
  const advice = parametersAdvice(files, name);
  if (advice !== null) parts.push(`  ${printableLine(advice)}`);
  if (hint !== null) parts.push(`  Hint: ${hint}`);
  parts.push(...notes.map((note) => `  Also: ${printableLine(note)}`));
  parts.push(...tolerances({ exercises: [exercise] }).map((because) => `  ${toleranceText(because)}`));
  return `${parts.join('\n')}\n`;
}
