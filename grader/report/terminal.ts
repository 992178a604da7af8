import Table from 'cli-table3';
import picocolors from 'picocolors';
import type { ExerciseStatus, SubmissionRecord } from '../record/record.ts';
import type { Records } from '../record/records.ts';
import { shownPoints } from '../text/numbers.ts';
import { printableLine } from '../text/printable.ts';
import { shortNames } from '../text/short-names.ts';
import { findings, shortFindings } from './findings.ts';
import { summarize } from './summary.ts';

export interface TerminalOptions {
  colour: boolean;
  /** columns that a line may take */
  width: number;
}

type Colours = ReturnType<typeof picocolors.createColors>;
interface Column {
  /** may hold several lines */
  head: string;
  cells: string[];
  align: 'left' | 'right';
}

const ID_LENGTH = 24;
/** With more exercises than this, one column for all that are not correct reads better than one for each. */
const MOST_COLUMNS = 8;
const NARROWEST_NOTES = 20;
const MOST_COMMON = 5;
const HEAD_WIDTH = 12;
/** The time of cli-table3 grows with the square of its rows: 10,000 took 16 s whole, 3 s in slices. */
const ROWS_AT_ONCE = 100;

/** The class as a table for a terminal, and its numbers below it. */
export function terminalTable(records: Records, options: TerminalOptions): string {
  const colours = picocolors.createColors(options.colour);
  if (records.length === 0) return 'No submissions.';
  return `${table(records, options.width, colours)}\n\n${summaryLines(records, colours).join('\n')}`;
}

function table(records: Records, width: number, colours: Colours): string {
  const { exercises: names } = summarize(records);
  const columnOf = (head: string, align: Column['align']): Column => ({ head, cells: [], align });
  const [who, points] = [columnOf('submission', 'left'), columnOf('points', 'right')];
  const statuses = names.map((name) => columnOf(brokenName(name), 'left'));
  const [notes, list] = [columnOf('findings', 'left'), columnOf('findings', 'left')];
  const isGraded: boolean[] = [];
  for (const record of records) {
    who.cells.push(printableLine(record.submission));
    points.cells.push(pointsCell(record));
    for (const [n, column] of statuses.entries())
      column.cells.push(record.exercises.find(({ name }) => name === names[n])?.status ?? '');
    notes.cells.push(shortFindings(record));
    list.cells.push(findings(record));
    isGraded.push(record.status === 'graded');
  }
  who.cells = shortNames(who.cells, ID_LENGTH);
  const fixed = [who, points];
  const roomForNotes = width - takenBy([...fixed, ...statuses]) - 3;
  if (names.length <= MOST_COLUMNS && roomForNotes >= NARROWEST_NOTES) {
    return drawn([...fixed, ...statuses, notes], roomForNotes, isGraded, colours);
  }
  const roomForList = Math.max(NARROWEST_NOTES, width - takenBy(fixed) - 3);
  return drawn([...fixed, list], roomForList, isGraded, colours);
}

/** Two characters of padding and a line for each column, and the last line. */
function takenBy(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + contentWidth(column) + 3, 1);
}

function contentWidth(column: Column): number {
  return [...column.head.split('\n'), ...column.cells].reduce((most, text) => Math.max(most, columnsTaken(text)), 0);
}

/** East Asian characters and emoji take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function columnsTaken(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

function drawn(columns: readonly Column[], lastWidth: number, isGraded: readonly boolean[], colours: Colours): string {
  const last = columns.length - 1;
  // The last column takes what is left and no more than it needs; 2 for the padding.
  const widths = columns.map(
    (column, n) => (n === last ? Math.min(lastWidth, contentWidth(column)) : contentWidth(column)) + 2,
  );
  const body = isGraded.map((graded, row) => {
    // Only the columns behind the id and the points are coloured.
    const paint = (cell: string, n: number): string => {
      if (n < 2) return cell;
      return n === last ? (graded ? cell : colours.red(cell)) : statusColour(cell, colours)(cell);
    };
    return columns.map((column, n) => paint(column.cells[row] ?? '', n));
  });
  const slices: string[] = [];
  for (let from = 0; from < body.length; from += ROWS_AT_ONCE) {
    const to = from + ROWS_AT_ONCE;
    const lines = new Table({
      head: from === 0 ? columns.map((column) => column.head.split('\n').map(colours.bold).join('\n')) : [],
      colAligns: columns.map((column) => column.align),
      colWidths: widths,
      wordWrap: true,
      wrapOnWordBoundary: true,
      // No colours of its own: it would ask the terminal, and only `options.colour` decides.
      style: { head: [], border: [] },
      chars: { ...NO_RULES, ...(from === 0 ? {} : NO_TOP), ...(to >= body.length ? {} : NO_BOTTOM) },
    });
    lines.push(...body.slice(from, to));
    slices.push(lines.toString());
  }
  return slices.join('\n');
}

/** No lines between rows. */
export const NO_RULES = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
const NO_TOP = { top: '', 'top-left': '', 'top-mid': '', 'top-right': '' };
const NO_BOTTOM = { bottom: '', 'bottom-left': '', 'bottom-mid': '', 'bottom-right': '' };

function pointsCell(record: SubmissionRecord): string {
  return `${record.points === null ? '?' : shownPoints(record.points)} / ${shownPoints(record.maxPoints)}`;
}

/** `categorical`, `CrossEntropy`: a long name on several lines, broken where a word begins. */
function brokenName(name: string): string {
  const words = printableLine(name).split(/(?=[A-Z])/);
  const lines: string[] = [];
  for (const word of words) {
    const joined = (lines.at(-1) ?? '') + word;
    if (lines.length > 0 && joined.length <= HEAD_WIDTH) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.join('\n');
}

function statusColour(cell: string, colours: Colours): (text: string) => string {
  const byStatus: Readonly<Record<ExerciseStatus, (text: string) => string>> = {
    correct: colours.green,
    unstable: colours.yellow,
    disputed: colours.magenta,
    wrong: colours.red,
    error: colours.red,
    timeout: colours.red,
    memory: colours.red,
    missing: colours.dim,
  };
  return Object.hasOwn(byStatus, cell) ? byStatus[cell as ExerciseStatus] : String;
}

/** The numbers of a class: how many, their points, their verdicts, the most common misconceptions. */
export function summaryLines(records: Records, colours: Colours): string[] {
  const summary = summarize(records);
  const counts = [
    `${summary.graded} graded`,
    `${summary.invalid} invalid`,
    summary.infraErrors > 0 ? colours.red(`${summary.infraErrors} infra_error`) : '0 infra_error',
    ...(summary.late > 0 ? [`${summary.late} late`] : []),
    ...(summary.excused > 0 ? [`${summary.excused} excused`] : []),
  ];
  const lines = [`${records.length} ${records.length === 1 ? 'submission' : 'submissions'}: ${counts.join(', ')}`];
  if (summary.mean !== null && summary.median !== null) {
    const max = shownPoints(summary.maxPoints);
    lines.push(`Points of ${max}: mean ${shownPoints(summary.mean)}, median ${shownPoints(summary.median)}`);
  }
  if (summary.statuses.length > 0) {
    const parts = summary.statuses.map(({ status, count }) => statusColour(status, colours)(`${count} ${status}`));
    lines.push(`Exercises: ${parts.join(', ')}`);
  }
  const common = summary.clusters.slice(0, MOST_COMMON);
  if (common.length > 0) {
    const parts = common.map(({ misconception, who }) => `${printableLine(misconception)} (${who.count})`);
    lines.push(`Most common misconceptions: ${parts.join(', ')}`);
  }
  return lines;
}
