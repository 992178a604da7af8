import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEntries } from '../../properties/entries.ts';
import type { Assignment } from '../assignment.ts';
import type { SubmissionRecord } from '../record.ts';
import { csvReport } from './csv.ts';
import type { DrawingFile } from './drawing-file.ts';
import { htmlReport } from './html/page.ts';

/** Writes the reports of a class beside its records and returns their paths. */
export async function writeReports(
  folder: string,
  records: readonly SubmissionRecord[],
  assignment: Assignment,
  drawings: DrawingFile,
): Promise<string[]> {
  const entries = await loadEntries(new Set(assignment.exercises.map(({ name }) => name)));
  const texts = new Map(
    entries.flatMap(({ entry }) => entry.misconceptions.map(({ id, title, hint }) => [id, { title, hint }] as const)),
  );
  const drawn = drawings.read();
  const page = htmlReport(records, {
    title: assignment.title,
    generatedAt: new Date().toISOString(),
    hints: texts,
    replay: () => null,
    values: (record, exercise) => drawn(record.submission, exercise.name),
  });
  const files = { 'results.csv': csvReport(records), 'report.html': page };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return Object.keys(files).map((name) => join(folder, name));
}
