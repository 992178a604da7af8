import Table from 'cli-table3';
import picocolors from 'picocolors';
import type { SubmissionRecord } from '../record/record.ts';
import { shownCount, shownShare } from '../text/numbers.ts';
import { printableLine, shortened } from '../text/printable.ts';
import { STATUSES } from './statuses.ts';
import { type ItemSummary, summarizeItems } from './summary.ts';
import { NO_RULES, summaryLines, type TerminalOptions, terminalTable } from './terminal.ts';

/** A larger class is shown by its exercises: nobody reads thousands of lines. */
const MOST_ROWS = 100;
const MOST_NAMES = 10;
const ID_LENGTH = 24;

/**
 * What a run prints of its class: the table of submissions, or for a large class a row per exercise and the submissions
 * that need a look.
 */
export function terminalOverview(records: readonly SubmissionRecord[], options: TerminalOptions): string {
  if (records.length <= MOST_ROWS) return terminalTable(records, options);
  const colours = picocolors.createColors(options.colour);
  const items = summarizeItems(records);
  const parts = [
    ...(items.length === 0 ? [] : [exerciseTable(items, colours.bold)]),
    [...needingALook(records), ...summaryLines(records, colours)].join('\n'),
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
function needingALook(records: readonly SubmissionRecord[]): string[] {
  const groups: [string, readonly SubmissionRecord[]][] = [
    ['Not graded, the grader failed', records.filter(({ status }) => status === 'infra_error')],
    ['Could not be loaded', records.filter(({ status }) => status === 'invalid')],
    [
      'Disputed, for you to decide',
      records.filter(({ exercises }) =>
        exercises.some(({ status, decision }) => status === 'disputed' && decision === null),
      ),
    ],
  ];
  return groups.filter(([, who]) => who.length > 0).map(([what, who]) => `${what} (${who.length}): ${names(who)}`);
}

function names(records: readonly SubmissionRecord[]): string {
  const shown = records.slice(0, MOST_NAMES).map(({ submission }) => shortened(printableLine(submission), ID_LENGTH));
  const more = records.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${shownCount(more)} more` : ''}`;
}
