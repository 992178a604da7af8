import type { SubmissionRecord } from '../../record/record.ts';
import { fullName } from '../../roster/person-name.ts';
import type { Student } from '../../roster/student.ts';
import type { Entry } from '../class-report.ts';
import { type Cell, csvReport, csvText, submissionCells, submissionColumns } from '../csv.ts';
import type { ClassFormat } from './format.ts';

/**
 * The class as CSV: a row per submission with status and points of each exercise. With a roster there is a row per
 * student, with id, name and email first; the status of those who handed nothing in is `absent`, and submissions
 * without a student come last.
 */
export const csv: ClassFormat = {
  kind: 'class',
  name: 'csv',
  summary: 'a row per submission, with status and points of each exercise',
  fileName: 'class.csv',
  render: ({ records, entries, strays, exercises, hasRoster }) => {
    if (!hasRoster) return [...csvReport(records)].join('');
    const header = ['student', 'name', 'email', ...submissionColumns(exercises)];
    const rows = entries.map(({ student, record }: Entry): Cell[] => [
      student.id,
      fullName(student),
      student.email,
      ...cellsOf(record, student, exercises),
    ]);
    const others = Array.from(strays, (record): Cell[] => [null, null, null, ...submissionCells(record, exercises)]);
    return csvText([header, ...rows, ...others]);
  },
};

function cellsOf(record: SubmissionRecord | null, { excused }: Student, exercises: readonly string[]): Cell[] {
  if (record !== null) return submissionCells(record, exercises);
  const each = exercises.flatMap(() => [null, null]);
  return [null, 'absent', ...each, null, null, null, null, excused === null ? null : 'excused'];
}
