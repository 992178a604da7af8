import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Assignment } from '../assignment/assignment.ts';
import type { Records } from '../record/records.ts';
import type { People } from '../roster/match-roster.ts';
import type { Student } from '../roster/student.ts';
import { classReport } from './class-report.ts';
import { csvReport } from './csv.ts';
import { classPages } from './formats/html.ts';
import { isStudentsPage } from './html/page.ts';
import { expectOwned, writeOwned } from './write-owned.ts';

const PAGE = 'report.html';
const TABLE = 'results.csv';
/** What `backproof copies` writes beside them. */
export const COPIES_PAGE = 'copies.html';

/** Who the students of a class are. */
interface Students {
  /** who handed each submission in, as far as the platform says it */
  people: People;
  /** the one that the class was graded with, which need not have everybody; null if there was none */
  roster: readonly Student[] | null;
}

/**
 * Writes the reports of a class beside its records and returns their paths. A large class has its students on further pages,
 * which `report.html` leads to. A file that somebody else wrote there, or changed since, is not replaced.
 *
 * @throws {UsageError} A file of such a name is not ours.
 */
export async function writeReports(
  folder: string,
  records: Records,
  { name, title, exercises }: Assignment,
  { people, roster }: Students,
): Promise<string[]> {
  const names = exercises.map((exercise) => exercise.name);
  const report = classReport({ assignment: name, title, exercises: names }, records, roster, people, true);
  const table = await writeOwned(folder, 'csv', [{ name: TABLE, text: csvReport(report.records) }], {
    prune: () => false,
  });
  const copies = existsSync(join(folder, COPIES_PAGE)) ? COPIES_PAGE : null;
  const pages = await classPages(report, folder, PAGE, copies);
  await writeOwned(folder, 'html', pages, { prune: (file) => isStudentsPage(file, PAGE) });
  return [...table, join(folder, PAGE)];
}

/**
 * Checks the files that `writeReports` would replace, before hours of grading fail at one of them.
 *
 * @throws {UsageError} One is not ours.
 */
export async function expectOwnReports(folder: string): Promise<void> {
  await expectOwned(folder, 'csv', [TABLE]);
  await expectOwned(folder, 'html', [PAGE]);
}
