import type { Assignment } from '../../assignment/assignment.ts';
import { writeReports } from '../../report/write-reports.ts';
import { peopleOf } from '../../run/kept-run.ts';
import type { StoredResults } from '../../store/stored-results.ts';

/** Rewrites the reports beside the records, and returns their paths. */
export async function refreshReports(results: StoredResults, assignment: Assignment): Promise<string[]> {
  return writeReports(results.folder, results.all(), assignment, await peopleOf(results.folder));
}
