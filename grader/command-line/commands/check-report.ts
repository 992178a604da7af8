import pc from 'picocolors';
import type { SourceFile, Submission } from '../../class/submission.ts';
import type { Judged } from '../../process/pool.ts';
import type { ExerciseRecord, ExerciseStatus } from '../../record/record.ts';
import { tolerances } from '../../report/explanation.ts';
import { toleranceText } from '../../report/visible-text.ts';
import type { JudgedSubmission } from '../../run/judged.ts';
import { printableLine } from '../../text/printable.ts';
import { parametersAdvice } from './parameters-advice.ts';

/** A submission, and what came of checking it. */
export interface Checked extends JudgedSubmission {
  submission: Submission;
  judged: Judged;
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
  if (record.status === 'invalid') return `${colours.red('cannot be graded')}  ${invalidText(name, checked)}\n`;
  if (record.status === 'infra_error')
    return `the checker itself failed, your work is not to blame: ${printableLine(record.message ?? '')}\n`;
  const remark = record.message === null ? '' : `${printableLine(record.message)}\n\n`;
  const exported = exportedOf(checked);
  if (exported.length === 0) {
    const what = wanted === null ? 'of an exercise (`backproof list` names them)' : `named \`${wanted}\``;
    return `${remark}${name} exports no function ${what}\n${misspeltText(checked)}`;
  }
  const lines = exported.map(({ name: exercise, status, message }) => {
    const mark = status === 'correct' ? colours.green('✓') : colours.red('✗');
    const loss = status === 'correct' && message ? ` (${printableLine(message)})` : '';
    return `${mark} ${exercise}: ${status}${loss}`;
  });
  const first = exported.find(({ status }) => status !== 'correct');
  const fix = first ? `\n${firstFix(first, submission.files)}` : '';
  return `${remark}${lines.join('\n')}\n${misspeltText(checked)}${fix}`;
}

/** The verdicts on what the submission exports. */
export function exportedOf({ record }: JudgedSubmission): ExerciseRecord[] {
  return record.exercises.filter(({ status }) => status !== 'missing');
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

/** What a function does in place of what it should. */
const INSTEAD: Readonly<Record<ExerciseStatus, string>> = {
  correct: 'is correct',
  unstable: 'is unstable: right on everyday input, not on extreme input',
  disputed: 'is disputed: the oracles disagree with each other here',
  wrong: 'is wrong',
  error: 'throws an error',
  timeout: 'does not finish',
  memory: 'takes too much memory',
  missing: 'is not exported',
};

/** The first thing to fix: one fault at a time is what can be worked on. */
function firstFix(exercise: ExerciseRecord, files: readonly SourceFile[]): string {
  const { name, status, message, hint, notes, line, counterexample } = exercise;
  const parts = [`Fix first: ${name}${line === null ? '' : ` (${printableLine(line)})`} ${INSTEAD[status]}`];
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
