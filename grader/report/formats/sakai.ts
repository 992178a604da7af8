import { sortableName } from '../../roster/person-name.ts';
import type { RosterSheet } from '../../roster/read-roster.ts';
import { UsageError } from '../../text/errors.ts';
import { listedName } from '../../text/name-list.ts';
import { type Cell, csvText, exactCell } from '../csv.ts';
import { columnCalled, columnsIn } from '../gradebook-column.ts';
import { columnOf, gradedStudents, type ImportingPlatform, importNotes } from '../imported-grades.ts';
import { visibleSummary } from '../visible-text.ts';
import type { ClassFormat } from './format.ts';

const COLUMN = /^(?!#|\* )(?<title>.+) \[(?<points>\d+(?:[.,]\d\d?)?)\]$/u;

const SAKAI: ImportingPlatform = {
  gradebook: 'sakai',
  title: 'Sakai',
  column: COLUMN,
  // In its files "Student ID" is the user name.
  identities: ({ login, id }) => [login ?? id],
  foundBy: 'user name',
};

/**
 * Grades for Sakai's gradebook ("Import Grades"): the user name and the name, in these places; `HW 1 [10]`, whose points the import
 * sets; and the comments, `* HW 1`. If the gradebook was exported with semicolons, as where the comma is the decimal mark, so is this.
 *
 * @see https://github.com/sakaiproject/sakai/blob/master/gradebookng/tool/src/java/org/sakaiproject/gradebookng/business/util/ImportGradesHelper.java
 *   (`mapHeaderRow`, `parseHeaderToColumn`, `determineStatus`)
 */
export const sakai: ClassFormat = {
  kind: 'class',
  name: 'sakai',
  summary: "grades and comments that Sakai's gradebook imports",
  fileName: 'sakai.csv',
  identities: SAKAI.identities,
  render: (report, { sheet, visible }) => {
    expectOwnColumn(report.title, sheet);
    const delimiter = sheet?.gradebook === 'sakai' ? sheet.delimiter : ',';
    const number = (value: number): string => (delimiter === ';' ? `${value}`.replace('.', ',') : `${value}`);
    const own = columnOf(report.title, sheet, SAKAI);
    // More digits, and Sakai would take the brackets for a part of the title.
    const column = own?.header ?? `${report.title} [${number(Number(report.maxPoints.toFixed(2)))}]`;
    const rows = gradedStudents(report, SAKAI).map(({ student, record, points }): Cell[] => [
      ...SAKAI.identities(student).map(exactCell),
      sortableName(student),
      number(points),
      visibleSummary(record, visible),
    ]);
    const header = ['Student ID', 'Student Name', column, `* ${own?.title ?? report.title}`];
    return csvText([header, ...rows], delimiter);
  },
  notes: (report, { sheet }) => importNotes(report, sheet, SAKAI),
};

/** What another tool of Sakai keeps has a # in the export, and the import passes it over. */
function expectOwnColumn(title: string, sheet: RosterSheet | null): void {
  if (sheet?.gradebook !== 'sakai') return;
  const others = sheet.header.flatMap((cell) => (cell.startsWith('#') ? [cell.slice(1).trim()] : []));
  const column = columnCalled(title, columnsIn(others, COLUMN));
  if (column === null) return;
  const why = "belongs to another tool of Sakai, such as Assignments, so the gradebook's import ignores it";
  throw new UsageError(
    `the column #${listedName(column.header)} ${why}: take the grades from --format csv, or name another with --title`,
  );
}
