import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assignment } from '../assignment.ts';
import type { SubmissionRecord } from '../record.ts';
import { csvReport } from './csv.ts';
import { classPage } from './formats/html.ts';

/** Writes the reports of a class beside its records and returns their paths. */
export async function writeReports(
  folder: string,
  records: readonly SubmissionRecord[],
  assignment: Assignment,
): Promise<string[]> {
  const exercises = assignment.exercises.map(({ name }) => name);
  const page = await classPage(records, assignment.title, exercises, folder);
  const files = { 'results.csv': csvReport(records), 'report.html': page };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return Object.keys(files).map((name) => join(folder, name));
}
