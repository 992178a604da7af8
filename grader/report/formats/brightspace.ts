import type { Student } from '../../roster/student.ts';
import { type Cell, csvText, exactCell } from '../csv.ts';
import { columnOf, gradedStudents, type ImportingPlatform, importNotes } from '../imported-grades.ts';
import type { ClassFormat } from './format.ts';

const BRIGHTSPACE: ImportingPlatform = {
  gradebook: 'brightspace',
  title: 'Brightspace',
  // "HW 1 Points Grade <Numeric MaxPoints:10 Weight:5>"
  column: /^(?<title>.+) Points Grade(?: *<[^>]*?MaxPoints:(?<points>\d+(?:[.,]\d+)?)[^>]*>)?$/u,
  identities,
  foundBy: 'OrgDefinedId or user name',
};

/**
 * Grades for Brightspace's "Import Grades": `OrgDefinedId` and `Username`, those of the two that somebody has (first, as it wants them);
 * the grade item as `HW 1 Points Grade`; and `#` at the end of each line. Ids have the `#` before them that its own exports have, so that no
 * spreadsheet takes zeros from their start. The item is named as the exported gradebook has it; a new one gets its points by `<Numeric
 * MaxPoints:10>`. A grade above them is cut to them, unless the item "can exceed".
 *
 * @see https://community.d2l.com/brightspace/kb/articles/3538-importing-grades
 */
export const brightspace: ClassFormat = {
  kind: 'class',
  name: 'brightspace',
  summary: 'a CSV of grades that Brightspace imports',
  fileName: 'brightspace.csv',
  identities,
  render: (report, { sheet }) => {
    const { title, maxPoints } = report;
    const column =
      columnOf(title, sheet, BRIGHTSPACE)?.header ?? `${title} Points Grade <Numeric MaxPoints:${maxPoints}>`;
    const graded = gradedStudents(report, BRIGHTSPACE).map(({ student, points }) => ({
      ids: identities(student).map(exactCell),
      points,
    }));
    const used = ['OrgDefinedId', 'Username']
      .map((name, at) => ({ name, at }))
      .filter(({ at }) => graded.some(({ ids }) => ids[at] !== null));
    const rows = graded.map(({ ids, points }): Cell[] => [...used.map(({ at }) => ids[at] ?? null), points, '#']);
    return csvText([[...used.map(({ name }) => name), column, 'End-of-Line Indicator'], ...rows]);
  },
  notes: (report, { sheet }) => importNotes(report, sheet, BRIGHTSPACE),
};

function identities({ sisId, login }: Student): (string | null)[] {
  return [sisId, login].map((id) => (id === null ? null : `#${id}`));
}
