import { sortableName } from '../../roster/person-name.ts';
import type { RosterSheet } from '../../roster/read-roster.ts';
import type { Student } from '../../roster/student.ts';
import { CANVAS_COLUMN } from '../../roster/with-excused.ts';
import { isExcused } from '../class-report.ts';
import { type Cell, csvText, exactCell, isLost } from '../csv.ts';
import type { GradebookColumn } from '../gradebook-column.ts';
import { columnOf, newColumnNotes, otherPointsNotes } from '../imported-grades.ts';
import type { ClassFormat } from './format.ts';

const CANVAS = { gradebook: 'canvas', title: 'Canvas', column: CANVAS_COLUMN } as const;

/**
 * A gradebook for Canvas to import: `Student, ID, SIS User ID, SIS Login ID, Section`, a column for the assignment, and a row
 * "Points Possible" below the header. The column is called as in the gradebook that Canvas exported, `HW 1 (4711)`, if that is
 * the roster; otherwise `--title` must be the assignment's name in Canvas, or Canvas makes a new one.
 *
 * - Canvas finds a student by `ID`, its own number, then by SIS user id, login, and name. `ID` is filled only from a
 *   roster's column `canvas_id`, from a gradebook that Canvas exported, or from the name of a downloaded file: any other number could be somebody else's.
 * - Students who handed nothing in have an empty cell, as in Canvas's own export: no zero. If Canvas has a grade already, its import
 *   shows the empty cell as a change that takes the grade away (`no_change_to_value?`).
 * - A submission on which the grader itself failed has no row, so that Canvas leaves the grade as it is.
 * - `EX` excuses a student.
 *
 * @see https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb (`row_has_student_headers?`,
 *   `update_column_count`, `check_for_non_student_row`, `process_student`)
 */
export const canvas: ClassFormat = {
  kind: 'class',
  name: 'canvas',
  summary: 'a gradebook CSV that Canvas imports',
  fileName: 'canvas.csv',
  identities,
  render: ({ title, maxPoints, entries }, { sheet }) => {
    const column = columnOf(title, sheet, CANVAS)?.header ?? title;
    const header = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', column];
    const possible = ['    Points Possible', null, null, null, null, maxPoints];
    const rows = entries
      .filter(({ student, record }) => record?.status !== 'infra_error' && !isLost(identities(student)))
      .map(({ student, record }): Cell[] => [
        // Canvas takes a row with these words for the one that sets the points of the assignment.
        sortableName(student).replace(/(points)\s+(possible)/gi, '$1-$2'),
        ...identities(student).map(exactCell),
        student.section,
        isExcused({ student, record }) ? 'EX' : (record?.points ?? null),
      ]);
    return csvText([header, possible, ...rows]);
  },
  notes: (report, { sheet }) => [
    ...newColumnNotes(report.title, sheet, CANVAS),
    ...otherPointsNotes(report, withPoints(columnOf(report.title, sheet, CANVAS), sheet), CANVAS),
  ],
};

/** Canvas has the points of a column below its header. */
function withPoints(column: GradebookColumn | null, sheet: RosterSheet | null): GradebookColumn | null {
  if (column === null || sheet === null) return null;
  const cell = sheet.possible?.[sheet.header.indexOf(column.header)] ?? '';
  return { ...column, points: /^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : null };
}

function identities({ canvasId, sisId, login }: Student): (string | null)[] {
  return [canvasId, sisId, login];
}
