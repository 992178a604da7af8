import { splitName } from '../../roster/person-name.ts';
import type { RosterSheet } from '../../roster/read-roster.ts';
import { type Cell, csvText, exactCell } from '../csv.ts';
import { columnsIn } from '../gradebook-column.ts';
import { columnOf, gradedStudents, type ImportingPlatform, importNotes } from '../imported-grades.ts';
import { visibleSummary } from '../visible-text.ts';
import type { ClassFormat } from './format.ts';

const BLACKBOARD: ImportingPlatform = {
  gradebook: 'blackboard',
  title: 'Blackboard',
  // "HW 1 [Total Pts: 10 Score] |1281892"; the words are in the language of the site. One "up to 55" is calculated.
  column: /^(?<title>.+) \[[^\]]*?(?<!up to |[\d.,])(?<points>\d+(?:[.,]\d+)?)[^\]\d]*\] ?\|\d+$/u,
  identities: ({ login, id }) => [login ?? id],
  foundBy: 'user name',
};

/** Behind a column that was downloaded with its comments; "Grading Notes" before them are for instructors. */
const FEEDBACK = ['Feedback to Learner', 'Feedback Format'];
/** Plain text in which addresses become links. */
const SMART_TEXT = 'SMART_TEXT';

/**
 * Grades for Blackboard's gradebook ("Upload" or "Work Offline"), which finds a student by `Username` and a column by the number behind
 * its title, so the column is written as the downloaded gradebook has it. Without a number Blackboard makes a new column: text without
 * points in Original, out of 100 in Ultra. What its downloads have in brackets is not read then, so a new one has the title alone. Where the
 * gradebook was downloaded with comments, each student has the feedback as well.
 *
 * @see http://library.blackboard.com/ref/3ea64795-6ecc-4abd-b595-0a9a8dfdec94/Content/_instructor_grade_center/grade_center_upload_download.htm
 */
export const blackboard: ClassFormat = {
  kind: 'class',
  name: 'blackboard',
  summary: 'a gradebook CSV that Blackboard uploads; --roster with its own gradebook names the column',
  fileName: 'blackboard.csv',
  identities: BLACKBOARD.identities,
  render: (report, { sheet, visible }) => {
    const own = columnOf(report.title, sheet, BLACKBOARD)?.header;
    const feedback = hasFeedback(own, sheet) ? FEEDBACK : [];
    const rows = gradedStudents(report, BLACKBOARD).map(({ student, record, points }): Cell[] => {
      const { first, last } = splitName(student);
      const said = feedback.length === 0 ? [] : [visibleSummary(record, visible), SMART_TEXT];
      return [last, first, ...BLACKBOARD.identities(student).map(exactCell), exactCell(student.sisId), points, ...said];
    });
    const header = ['Last Name', 'First Name', 'Username', 'Student ID', own ?? report.title, ...feedback];
    return csvText([header, ...rows]);
  },
  notes: (report, { sheet }) => {
    const notes = importNotes(report, sheet, BLACKBOARD);
    if (columnsIn(sheet?.header ?? [], BLACKBOARD.column).length > 0) return notes;
    const why = "only its own gradebook says the column's number: give that with --roster";
    return [...notes, `Blackboard makes a new column for these grades (${why})`];
  },
};

/** Whether a column has those of its feedback behind it, before the next column with a number. */
function hasFeedback(column: string | undefined, sheet: RosterSheet | null): boolean {
  if (column === undefined || sheet === null) return false;
  const behind = sheet.header.slice(sheet.header.indexOf(column) + 1);
  const next = behind.findIndex((cell) => /\|\d+$/.test(cell));
  const own = next < 0 ? behind : behind.slice(0, next);
  return FEEDBACK.every((name) => own.includes(name));
}
