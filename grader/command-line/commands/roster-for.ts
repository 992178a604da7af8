import { matchLines } from '../../roster/match-lines.ts';
import { matchRoster, type People } from '../../roster/match-roster.ts';
import { type RosterSheet, readRosterSheet } from '../../roster/read-roster.ts';
import type { Student } from '../../roster/student.ts';
import { withExcused } from '../../roster/with-excused.ts';
import { keptRoster } from '../../run/kept-run.ts';
import { UsageError } from '../../text/errors.ts';

/**
 * The roster named, or else the one that the results in a folder were graded with; nulls if there is none.
 *
 * @param title of the assignment, from which Canvas's own gradebook may excuse students
 */
export async function rosterFor(
  folder: string,
  named: string | undefined,
  title: string,
): Promise<{ file: string | null; students: Student[] | null }> {
  if (named !== undefined) return { file: named, ...(await read(named, title)) };
  const file = await keptRoster(folder);
  if (file === null) return { file, students: null };
  try {
    return { file, ...(await read(file, title)) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}; an earlier run was given it: correct it, or name another with --roster`);
  }
}

async function read(file: string, title: string): Promise<{ students: Student[]; sheet: RosterSheet }> {
  const { students, sheet } = await readRosterSheet(file);
  return { students: withExcused(students, sheet, title), sheet };
}

/** What a report knows of the students of a class. */
export interface ReportRoster {
  students: Student[] | null;
  sheet: RosterSheet | null;
  /** it was given to an earlier run, perhaps only to say who is excused: then it need not have everybody */
  isKept: boolean;
}

/**
 * The same for a report: a roster of an earlier run that cannot be read any more keeps nobody from a report, and is named.
 */
export async function reportRoster(folder: string, named: string | undefined, title: string): Promise<ReportRoster> {
  if (named !== undefined) return { ...(await read(named, title)), isKept: false };
  const { file, ...kept } = await keptReportRoster(folder, title);
  if (file !== null) process.stderr.write(`backproof: with the roster ${file}, which \`grade\` was given\n`);
  return kept;
}

/** The roster that the results in a folder were graded with, for a report, and its file; one that cannot be read any more is named. */
export async function keptReportRoster(folder: string, title: string): Promise<ReportRoster & { file: string | null }> {
  const none = { file: null, students: null, sheet: null, isKept: true };
  const file = await keptRoster(folder);
  if (file === null) return none;
  try {
    return { file, ...(await read(file, title)), isKept: true };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`backproof: without the roster that \`grade\` was given: ${error.message}\n`);
    return none;
  }
}

/** What an instructor should know before a class is graded: which submissions the roster says nothing of. */
export function strayLines(submissions: readonly string[], roster: readonly Student[], people: People): string[] {
  const matched = matchRoster(submissions, roster, people);
  const shared = new Set(matched.ambiguous);
  const absent = roster.filter(({ id, excused }) => matched.submissions.get(id) === null && excused === null);
  return matchLines({
    submissions: matched.strays.filter((id) => !shared.has(id)),
    students: absent.map(({ id }) => id),
    of: { submissions: submissions.length, students: roster.length },
  }).submissions.map((line) => `backproof: ${line}`);
}
