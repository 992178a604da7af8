import type { Assignment } from '../assignment.ts';
import type { SubmissionRecord } from '../record.ts';
import { writeReports } from '../report/write-reports.ts';
import type { StoredResults } from '../store/stored-results.ts';

/** Writes the reports beside the records anew, and returns the records and the paths of the reports. */
export async function refreshReports(
  results: StoredResults,
  assignment: Assignment,
): Promise<{ records: SubmissionRecord[]; paths: string[] }> {
  const records: SubmissionRecord[] = [];
  for await (const record of results.read()) records.push(record);
  return { records, paths: await writeReports(results.folder, records, assignment) };
}
