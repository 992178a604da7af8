import type { SubmissionRecord } from '../record/record.ts';
import type { GradebookName } from '../roster/gradebook.ts';
import type { RosterSheet } from '../roster/read-roster.ts';
import type { Student } from '../roster/student.ts';
import { listedName, nameList } from '../text/name-list.ts';
import { type ClassReport, isExcused } from './class-report.ts';
import { exactCell } from './csv.ts';
import { columnCalled, columnsIn, type GradebookColumn } from './gradebook-column.ts';

/**
 * A platform whose import sets grades and nothing else: it has no mark for a student who is excused, and finds students by ids alone,
 * never by a name.
 */
export interface ImportingPlatform {
  gradebook: GradebookName;
  /** as people write it */
  title: string;
  /** how it writes the column of an assignment */
  column: RegExp;
  /** what it finds a student by */
  identities: (student: Student) => readonly (string | null)[];
  /** the same in words */
  foundBy: string;
}

/** A student whose grade is set. */
export interface GradedStudent {
  student: Student;
  record: SubmissionRecord;
  points: number;
}

/**
 * The students whose grade an import sets. The others have no row, so the platform leaves what it has: those who handed nothing in or are
 * excused, on whose submission the grader itself failed, and whom the platform could not find.
 */
export function gradedStudents(report: ClassReport, platform: ImportingPlatform): GradedStudent[] {
  return withGrade(report).filter(({ student }) => isFound(student, platform));
}

function withGrade({ entries }: ClassReport): GradedStudent[] {
  return entries.flatMap(({ student, record }) => {
    const points = record?.points ?? null;
    return record === null || points === null || isExcused({ student, record }) ? [] : [{ student, record, points }];
  });
}

function isFound(student: Student, { identities }: ImportingPlatform): boolean {
  return identities(student).some((id) => exactCell(id) !== null);
}

/** The assignment's own column, if the roster is the platform's gradebook and has it. */
export function columnOf(
  title: string,
  sheet: RosterSheet | null,
  { gradebook, column }: Pick<ImportingPlatform, 'gradebook' | 'column'>,
): GradebookColumn | null {
  return sheet?.gradebook === gradebook ? columnCalled(title, columnsIn(sheet.header, column)) : null;
}

/** What an instructor must know before importing, a line each. */
export function importNotes(report: ClassReport, sheet: RosterSheet | null, platform: ImportingPlatform): string[] {
  const notes: string[] = newColumnNotes(report.title, sheet, platform);
  const column = columnOf(report.title, sheet, platform);
  notes.push(...otherPointsNotes(report, column, platform));
  const excused = report.entries.filter(isExcused).map(({ student }) => student.id);
  if (excused.length > 0) {
    const why = `${platform.title}'s import cannot say so; mark them there`;
    notes.push(`excused, so without a row (${why}): ${nameList(excused)}`);
  }
  const unknown = withGrade(report).filter(
    ({ student }) => !isFound(student, platform) && platform.identities(student).every((id) => id === null),
  );
  if (unknown.length > 0) {
    const why = `${platform.title} finds students by ${platform.foundBy}; give its gradebook with --roster`;
    notes.push(`graded, but without a row (${why}): ${nameList(unknown.map(({ student }) => student.id))}`);
  }
  return notes;
}

/** A column out of other points than the assignment shows wrong shares. */
export function otherPointsNotes(
  { maxPoints }: Pick<ClassReport, 'maxPoints'>,
  column: GradebookColumn | null,
  { title }: Pick<ImportingPlatform, 'title'>,
): string[] {
  if (column === null || column.points === null || column.points === maxPoints) return [];
  const both = `${column.points} points in ${title}, the assignment out of ${maxPoints}`;
  return [`the column ${listedName(column.header)} is out of ${both}: change it there before the import`];
}

/** A column that the gradebook lacks is made by the import, which is seldom what was meant. */
export function newColumnNotes(
  title: string,
  sheet: RosterSheet | null,
  platform: Pick<ImportingPlatform, 'gradebook' | 'column' | 'title'>,
): string[] {
  const columns = sheet?.gradebook === platform.gradebook ? columnsIn(sheet.header, platform.column) : [];
  if (columns.length === 0 || columnCalled(title, columns) !== null) return [];
  const known = nameList(columns.map((column) => column.title));
  return [
    `the roster has no column ${listedName(title)}, so ${platform.title} makes a new one; for one that it has, --title: ${known}`,
  ];
}
