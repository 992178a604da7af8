import { matchLines } from '../roster/match-lines.ts';
import { listedName, MOST_NAMES, nameList } from '../text/name-list.ts';
import type { ClassReport } from './class-report.ts';

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
  const { records, entries, strays, contested, ambiguous } = report;
  const inDispute = new Set(contested.flatMap(({ submissions }) => submissions));
  const shared = new Set(ambiguous);
  const absent = entries
    .filter(({ student, submission }) => submission === null && student.excused === null)
    .map(({ student }) => student.id);
  const unknown = Array.from(strays, ({ submission }) => submission).filter(
    (submission) => !inDispute.has(submission) && !shared.has(submission),
  );
  const faults: string[] = [];
  const leftOver: string[] = [];
  for (const { submission, status, points, maxPoints } of records) {
    if (status === 'infra_error') faults.push(submission);
    if (points !== null && maxPoints !== report.maxPoints) leftOver.push(submission);
  }
  const lines: string[] = [];
  if (faults.length > 0) {
    const what = leftOut.length > 0 ? 'left out of the report' : 'no grade in the report';
    lines.push(`not graded, the grader itself failed (${what}; run \`backproof grade\` again): ${nameList(faults)}`);
  }
  if (lost.length > 0) {
    const why = 'an importer or a spreadsheet would take their ids for something else; give them others in the roster';
    lines.push(`students without a row in the report (${why}): ${nameList(lost)}`);
  }
  if (leftOver.length > 0) {
    const cure = 'run `backproof grade` again, with --prune if they are no longer in the class';
    lines.push(`graded under other points than the assignment has now (${cure}): ${nameList(leftOver)}`);
  }
  const notExcused = entries.filter(({ student, record }) => student.excused !== null && record?.excused === false);
  if (notExcused.length > 0) {
    const cure = 'run `backproof grade` again with this --roster';
    const ids = nameList(notExcused.map(({ student }) => student.id));
    lines.push(`excused in the roster, but not when they were graded, so with a grade here (${cure}): ${ids}`);
  }
  if (ambiguous.length > 0) {
    const cure =
      'so they have no student; give the roster a column submission with what they are called here beside their students ' +
      "(Canvas's and Moodle's own numbers do, too)";
    lines.push(`submissions whose name several students of the roster have (${cure}): ${nameList(ambiguous)}`);
  }
  const of = { submissions: records.length, students: entries.length + contested.length };
  const unmatched = matchLines({ submissions: unknown, students: absent, of });
  lines.push(...unmatched.submissions);
  for (const { student, submissions } of contested.slice(0, MOST_NAMES)) {
    const cure = 'keep one in the class folder; `backproof grade --prune` drops the record of what is no longer there';
    lines.push(`${listedName(student.id)} has several submissions, so no grade (${cure}): ${nameList(submissions)}`);
  }
  const others = contested.slice(MOST_NAMES).map(({ student }) => student.id);
  if (others.length > 0) lines.push(`students with several submissions besides: ${nameList(others)}`);
  lines.push(...unmatched.students);
  return lines.map((line) => `backproof: ${line}`);
}
