import type { Assignment } from '../../assignment/assignment.ts';
import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { writeReports } from '../../report/write-reports.ts';
import type { StoredResults } from '../../store/stored-results.ts';

/** Rewrites the reports beside the records, and returns the records and the paths of the reports. */
export async function refreshReports(
  results: StoredResults,
  assignment: Assignment,
): Promise<{ records: SubmissionRecord[]; paths: string[] }> {
  const records: SubmissionRecord[] = [];
  const shareChecks = sharing();
  for await (const record of results.read()) records.push({ ...record, exercises: record.exercises.map(shareChecks) });
  return { records, paths: await writeReports(results.folder, records, assignment) };
}

/** Most of a record are its checks, and most submissions of a class have the same: one copy serves ten thousand. */
function sharing(): (exercise: ExerciseRecord) => ExerciseRecord {
  const known = new Map<string, ExerciseRecord['checks']>();
  return (exercise) => {
    const key = JSON.stringify(exercise.checks);
    const checks = known.get(key) ?? exercise.checks;
    known.set(key, checks);
    return { ...exercise, checks };
  };
}
