import type { Assignment } from '../../assignment/assignment.ts';
import { writeReports } from '../../report/write-reports.ts';
import { peopleOf } from '../../run/kept-run.ts';
import type { StoredResults } from '../../store/stored-results.ts';
import { keptReportRoster } from './roster-for.ts';

/** Rewrites the reports beside the records, with the roster that the class was graded with, and returns their paths. */
export async function refreshReports(results: StoredResults, assignment: Assignment): Promise<string[]> {
  const { folder } = results;
  const { students } = await keptReportRoster(folder, assignment.title);
  return writeReports(folder, results.all(), assignment, { people: await peopleOf(folder), roster: students });
}
