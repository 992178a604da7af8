import { refreshReports } from '../../grader/command-line/commands/refresh-reports.ts';
import { assignmentOf } from '../../grader/run/kept-run.ts';
import { viewResults } from '../../grader/store/view-results.ts';

// write-reports.ts DIR: writes the reports of a folder of results, as `grade`, `merge` and `regrade` do at their end.

const [folder = ''] = process.argv.slice(2);
const results = await viewResults(folder);
await refreshReports(results, await assignmentOf(folder, results.header, undefined));
await results.close();
