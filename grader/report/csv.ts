import { stringify } from 'csv-stringify/sync';
import type { SubmissionRecord } from '../record/record.ts';
import type { Records } from '../record/records.ts';
import { printable } from '../text/printable.ts';
import { inBlocks } from './in-blocks.ts';
import { summarize } from './summary.ts';

/** As many rows are made into text at a time. */
const ROWS_AT_ONCE = 500;

export type Cell = string | number | null;

const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** What a spreadsheet takes for the start of a formula, also after white space and in full-width forms. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * A backslash before a quote, or at the end of a cell. PHP, and so Moodle, takes it for an escape: the cell would go on, and no row
 * of the file be imported.
 */
const ESCAPE = /\\(?="|$)/g;

/**
 * A cell that does nothing to whom it is given: no spreadsheet runs it (an apostrophe before what would start a formula; plain
 * numbers stay numbers), and every importer finds its end.
 */
export function defused(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const startsFormula = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell);
  // Carriage returns are kept by quoting; other control characters could only mislead.
  const shown = cell.split('\r').map(printable).join('\r');
  return `${startsFormula ? "'" : ''}${shown}`.replace(ESCAPE, '\\ ');
}

/**
 * What an importer finds a student by, as a cell; null where it could not be written as it is. Changed, it would be nobody's, or
 * somebody else's.
 */
export function exactCell(id: string | null): string | null {
  return id !== null && defused(id) === id ? id : null;
}

/** Whether nothing is left to find a student by: then a row would be nobody's. */
export function isLost(ids: readonly (string | null)[]): boolean {
  return ids.some((id) => id !== null) && ids.every((id) => exactCell(id) === null);
}

/**
 * The class as CSV (RFC 4180): a row per submission, in the order of the records, with status and points of each
 * exercise, the total, the possible total and the message; in pieces. Cells are empty if there is nothing to say: the points of a
 * submission that the grader itself failed on are not 0.
 */
export function* csvReport(records: Records): Generator<string> {
  const { exercises } = summarize(records);
  yield csvText([submissionColumns(exercises)]);
  for (const block of inBlocks(records, ROWS_AT_ONCE))
    yield csvText(block.map((record) => submissionCells(record, exercises)));
}

/** The heads of the columns of a submission. */
export function submissionColumns(exercises: readonly string[]): string[] {
  const each = exercises.flatMap((name) => [`${name} status`, `${name} points`]);
  return ['submission', 'status', ...each, 'total', 'max', 'message', 'late', 'excused'];
}

/** The cells of a submission below them. */
export function submissionCells(record: SubmissionRecord, exercises: readonly string[]): Cell[] {
  const byName = new Map(record.exercises.map((exercise) => [exercise.name, exercise]));
  const each = exercises.flatMap((name): Cell[] => {
    const exercise = byName.get(name);
    return exercise === undefined ? [null, null] : [exercise.status, exercise.points];
  });
  const { submission, status, points, maxPoints, message, late, excused } = record;
  return [submission, status, ...each, points, maxPoints, message, late?.reason ?? null, excused ? 'excused' : null];
}

/** Rows as CSV (RFC 4180), every cell defused. */
export function csvText(rows: readonly (readonly Cell[])[], delimiter = ','): string {
  return stringify(
    rows.map((row) => row.map(defused)),
    { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}
