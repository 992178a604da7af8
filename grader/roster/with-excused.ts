import type { RosterSheet } from './read-roster.ts';
import type { Student } from './student.ts';

/** How Canvas writes the column of an assignment, `HW 1 (4711)`. */
export const CANVAS_COLUMN = /^(?<title>.+) \(\d+\)$/u;

/**
 * The students of a roster; those whom Canvas's own gradebook excuses from the assignment are excused. Of two columns with one title
 * nobody can tell which is meant.
 *
 * @param title the assignment's, or the whole header of its column
 */
export function withExcused(students: readonly Student[], sheet: RosterSheet, title: string): Student[] {
  const meant = sheet.header.filter((header) =>
    [header, CANVAS_COLUMN.exec(header)?.groups?.['title']].some(isCalled(title)),
  );
  const [only = '', ...others] = meant;
  const ids = new Set(others.length > 0 ? [] : sheet.excused?.get(only));
  return students.map((student) => (ids.has(student.id) ? { ...student, excused: 'EX' } : student));
}

function isCalled(title: string): (text: string | undefined) => boolean {
  return (text) => text !== undefined && folded(text) === folded(title);
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
