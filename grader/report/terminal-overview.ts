import Table from 'cli-table3';
import picocolors from 'picocolors';
import type { Records } from '../record/records.ts';
import { shownCount, shownShare } from '../text/numbers.ts';
import { printableLine } from '../text/printable.ts';
import { shortNames } from '../text/short-names.ts';
import type { Group } from './group.ts';
import { STATUSES } from './statuses.ts';
import { type ItemSummary, summarize, type Waiting } from './summary.ts';
import { NO_RULES, summaryLines, type TerminalOptions, terminalTable } from './terminal.ts';

/** A larger class is shown by its exercises: nobody reads thousands of lines. */
const MOST_ROWS = 100;
const MOST_NAMES = 10;
const ID_LENGTH = 24;

/**
 * What a run prints of its class: the table of submissions, or for a large class a row per exercise and the submissions
 * that need a look.
 */
export function terminalOverview(records: Records, options: TerminalOptions): string {
  if (records.length <= MOST_ROWS) return terminalTable(records, options);
  const colours = picocolors.createColors(options.colour);
  const { items, waiting } = summarize(records);
  const parts = [
    ...(items.length === 0 ? [] : [exerciseTable(items, colours.bold)]),
    [...needingALook(waiting), ...summaryLines(records, colours)].join('\n'),
  ];
  return parts.join('\n\n');
}

/** Statuses that do not occur get no column. */
function exerciseTable(items: readonly ItemSummary[], bold: (text: string) => string): string {
  const found = STATUSES.filter((status) =>
    items.some(({ statuses }) => statuses.some((each) => each.status === status)),
  );
  const drawn = new Table({
    head: ['exercise', 'points', ...found].map(bold),
    colAligns: ['left', 'right', ...found.map(() => 'right' as const)],
    style: { head: [], border: [] },
    chars: NO_RULES,
  });
  for (const { name, statuses, meanShare } of items) {
    const counts = found.map((status) => String(statuses.find((each) => each.status === status)?.count ?? 0));
    drawn.push([printableLine(name), meanShare === null ? '' : shownShare(meanShare), ...counts]);
  }
  return drawn.toString();
}

/** Submissions without a verdict, and those that wait for the instructor: as many names as fit on a line. */
function needingALook({ failed, invalid, disputed }: Waiting): string[] {
  const groups: [string, Group][] = [
    ['Not graded, the grader failed', failed],
    ['Could not be loaded', invalid],
    ['Disputed, for you to decide', disputed],
  ];
  return groups.filter(([, who]) => who.count > 0).map(([what, who]) => `${what} (${who.count}): ${names(who)}`);
}

function names({ count, first }: Group): string {
  const shown = shortNames(
    first.slice(0, MOST_NAMES).map(({ submission }) => printableLine(submission)),
    ID_LENGTH,
  );
  const more = count - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${shownCount(more)} more` : ''}`;
}
