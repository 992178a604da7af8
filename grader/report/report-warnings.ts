import { shownCount } from '../text/numbers.ts';
import { printableLine, shortened } from '../text/printable.ts';
import type { ClassReport } from './class-report.ts';

const MOST_NAMES = 10;

/**
 * What an instructor must know before using a report, a line each: who has no grade in it, and why.
 *
 * @param lost students whom the format has no safe way to name
 */
export function reportWarnings(
  report: ClassReport,
  leftOut: readonly string[],
  lost: readonly string[] = [],
): string[] {
  const { records, entries, strays, contested } = report;
  const inDispute = new Set(contested.flatMap(({ submissions }) => submissions));
  const faults = records.filter(({ status }) => status === 'infra_error').map(({ submission }) => submission);
  const absent = entries.filter(({ record }) => record === null).map(({ student }) => student.id);
  const unknown = strays.map(({ submission }) => submission).filter((submission) => !inDispute.has(submission));
  const lines: string[] = [];
  if (faults.length > 0) {
    const what = leftOut.length > 0 ? 'left out of the report' : 'no grade in the report';
    lines.push(`not graded, the grader itself failed (${what}; run \`backproof grade\` again): ${list(faults)}`);
  }
  if (lost.length > 0) {
    const why = 'an importer or a spreadsheet would take their ids for something else; give them others in the roster';
    lines.push(`students without a row in the report (${why}): ${list(lost)}`);
  }
  const leftOver = records.filter(({ points, maxPoints }) => points !== null && maxPoints !== report.maxPoints);
  if (leftOver.length > 0) {
    const cure = 'run `backproof grade` again, with --prune if they are no longer in the class';
    const who = list(leftOver.map(({ submission }) => submission));
    lines.push(`graded under other points than the assignment has now (${cure}): ${who}`);
  }
  if (unknown.length > 0) lines.push(`submissions of no student of the roster: ${list(unknown)}`);
  for (const { student, submissions } of contested.slice(0, MOST_NAMES)) {
    const cure = 'keep one in the class folder; `backproof grade --prune` drops the record of what is no longer there';
    lines.push(`${shown(student.id)} has several submissions, so no grade (${cure}): ${list(submissions)}`);
  }
  const others = contested.slice(MOST_NAMES).map(({ student }) => student.id);
  if (others.length > 0) lines.push(`students with several submissions besides: ${list(others)}`);
  if (absent.length > 0) lines.push(`students without a submission: ${list(absent)}`);
  return lines.map((line) => `backproof: ${line}`);
}

/** The first names of a list, and how many more there are. */
export function list(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? ` and ${shownCount(names.length - MOST_NAMES)} more` : '';
  return `${names.slice(0, MOST_NAMES).map(shown).join(', ')}${more}`;
}

function shown(name: string): string {
  return shortened(printableLine(name), 60);
}
