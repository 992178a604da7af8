import { join } from 'node:path';
import type { Assignment } from '../assignment/assignment.ts';
import type { SubmissionRecord } from '../record/record.ts';
import { classReport } from './class-report.ts';
import { csvReport } from './csv.ts';
import { classPages } from './formats/html.ts';
import { isStudentsPage } from './html/page.ts';
import { expectOwned, writeOwned } from './write-owned.ts';

const PAGE = 'report.html';
const TABLE = 'results.csv';

/**
 * Writes the reports of a class beside its records and returns their paths. A large class has its students on further pages,
 * which `report.html` leads to. A file that somebody else wrote there, or changed since, is not replaced.
 *
 * @throws {UsageError} A file of such a name is not ours.
 */
export async function writeReports(
  folder: string,
  records: readonly SubmissionRecord[],
  { name, title, exercises }: Assignment,
): Promise<string[]> {
  const names = exercises.map((exercise) => exercise.name);
  const report = classReport({ assignment: name, title, exercises: names }, records, null);
  const table = await writeOwned(folder, 'csv', [{ name: TABLE, text: csvReport(records) }], { prune: () => false });
  // One by one: together the pages of ten thousand are half a gigabyte.
  const written = new Set<string>();
  for (const page of await classPages(report, folder, PAGE)) {
    await writeOwned(folder, 'html', [page], { prune: () => false });
    written.add(page.name);
  }
  await writeOwned(folder, 'html', [], { prune: (file) => isStudentsPage(file, PAGE) && !written.has(file) });
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
