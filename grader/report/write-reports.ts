import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assignment } from '../assignment.ts';
import type { SubmissionRecord } from '../record.ts';
import { onDisk } from '../store/disk-fault.ts';
import { replaceFile } from '../store/durable.ts';
import { classReport } from './class-report.ts';
import { csvReport } from './csv.ts';
import { classPages } from './formats/html.ts';
import { isStudentsPage } from './html/page.ts';

const PAGE = 'report.html';
const TABLE = 'results.csv';

/**
 * Writes the reports of a class beside its records and returns their paths. A large class has its students on further pages,
 * which `report.html` leads to.
 */
export async function writeReports(
  folder: string,
  records: readonly SubmissionRecord[],
  { name, title, exercises }: Assignment,
): Promise<string[]> {
  const names = exercises.map((exercise) => exercise.name);
  const report = classReport({ assignment: name, title, exercises: names }, records, null);
  await write(folder, TABLE, csvReport(records));
  const written = new Set<string>();
  for (const { name: file, text } of await classPages(report, folder, PAGE)) {
    await write(folder, file, text);
    written.add(file);
  }
  for (const file of await readdir(folder)) {
    if (isStudentsPage(file, PAGE) && !written.has(file)) await rm(join(folder, file), { force: true });
  }
  return [TABLE, PAGE].map((file) => join(folder, file));
}

/** Whole or not at all, and never through a link that stands there. */
function write(folder: string, name: string, text: string): Promise<void> {
  return onDisk(join(folder, name), () => replaceFile(folder, name, [text]));
}
