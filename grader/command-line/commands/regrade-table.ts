import type { Change, Regraded } from '../../run/regrade.ts';
import { shownCount, shownPoints } from '../../text/numbers.ts';
import { printableLine } from '../../text/printable.ts';

/** One student's points before and after. */
export interface Row {
  submission: string;
  before: number | null;
  after: number | null;
  maxPoints: number;
  kept: Regraded['kept'];
  changes: Change[];
}

/** Nobody reads thousands of lines. */
const MOST_ROWS = 100;

function isChanged({ before, after, changes }: Row): boolean {
  return before !== after || changes.length > 0;
}

/** A line per student; of a large class those alone whose record changes, or could not. */
export function regradeTable(rows: readonly Row[], isWritten: boolean): string {
  const points = (value: number | null): string => (value === null ? 'none' : shownPoints(value));
  const isNotable = (row: Row): boolean => isChanged(row) || row.kept !== null;
  const chosen = (rows.length > MOST_ROWS ? rows.filter(isNotable) : rows).slice(0, MOST_ROWS);
  const cells = chosen.map((row) => [
    printableLine(row.submission),
    points(row.before),
    points(row.after),
    [
      ...(row.kept === null
        ? []
        : [row.kept === 'failed' ? 'could not be judged by a fault of the grader: kept' : `kept: ${row.kept}`]),
      ...row.changes.map(
        ({ exercise, before, after, reason }) =>
          `${exercise ?? 'in all'} ${points(before)} -> ${points(after)} (${printableLine(reason)})`,
      ),
    ].join(', '),
  ]);
  const table = [['submission', 'before', 'after', 'why'], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : column < 3 ? cell.padStart(widths[column] ?? 0) : cell,
      )
      .join('  ')
      .trimEnd(),
  );
  const left = rows.length - chosen.length;
  if (left > 0) lines.push(`and ${shownCount(left)} more (--json has them all)`);
  const changed = rows.filter(isChanged).length;
  const what = changed === 1 ? '1 record changes' : `${changed} records change`;
  lines.push('', isWritten ? `${what}: written` : changed === 0 ? what : `${what}; nothing is written without --write`);
  return `${lines.join('\n')}\n`;
}
