import type { Assignment } from '../assignment.ts';
import type { ExerciseRecord, SubmissionRecord } from '../record.ts';
import { DrawingFile } from '../report/drawing-file.ts';
import { writeReports } from '../report/write-reports.ts';
import { shellQuote } from '../shell-quote.ts';
import type { StoredResults } from '../store/stored-results.ts';

/** Writes the reports beside the records anew, and returns the records and the paths of the reports. */
export async function refreshReports(
  results: StoredResults,
  assignment: Assignment,
  classFolder: string | null,
): Promise<{ records: SubmissionRecord[]; paths: string[] }> {
  const records: SubmissionRecord[] = [];
  for await (const record of results.read()) records.push(record);
  const replay = (record: SubmissionRecord, exercise: ExerciseRecord): string | null =>
    exercise.counterexample === null ? null : replayCommand(record, exercise, results.folder, classFolder);
  const paths = await writeReports(results.folder, records, assignment, new DrawingFile(results.folder), replay);
  return { records, paths };
}

/** The command line that shows one verdict again, safe to paste into a shell whatever the student is called. */
export function replayCommand(
  { submission }: Pick<SubmissionRecord, 'submission'>,
  { name }: Pick<ExerciseRecord, 'name'>,
  folder: string,
  classFolder: string | null,
): string {
  const option = (flag: string, value: string): string[] => [
    // A value that starts with a dash would be read as an option.
    value.startsWith('-') ? shellQuote(`${flag}=${value}`) : `${flag} ${shellQuote(value)}`,
  ];
  const words = [
    'npx backproof replay',
    ...option('--exercise', name),
    ...option('--out', folder),
    ...(classFolder === null ? [] : option('--class', classFolder)),
    ...(submission.startsWith('-') ? ['--'] : []),
    shellQuote(submission),
  ];
  return words.join(' ');
}
