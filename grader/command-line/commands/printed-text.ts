import { toJson } from '../../../properties/values/value.ts';
import type { Heard } from '../../sandbox/listen.ts';
import { printable, shortened } from '../../text/printable.ts';

/** Lines of all sections together. */
const MOST_LINES = 60;
const LONGEST_CALL = 100;

/** What a submission prints, a section for each place where it does; empty if that is nothing. */
export function printedText(heard: readonly Heard[]): string {
  let room = MOST_LINES;
  const sections: string[] = [];
  for (const each of heard) {
    const lines = each.lines.slice(0, room);
    if (lines.length === 0) break;
    room -= lines.length;
    const left = each.more + each.lines.length - lines.length;
    // The bar keeps a line that looks like ours, or like a command to a build server, from being taken for one.
    const shown = lines.map((line) => `  | ${printable(line)}`.trimEnd());
    sections.push([printedHeading(each), ...shown, ...(left > 0 ? [`  ${moreLines(left)}`] : [])].join('\n'));
  }
  const others = heard.length - sections.length;
  if (others > 0)
    sections.push(`… and ${others} more ${others === 1 ? 'function prints' : 'functions print'} something`);
  return sections.map((section) => `\n${section}\n`).join('');
}

/** What stands for lines that are not shown. */
export function moreLines(count: number): string {
  return `… ${count} more ${count === 1 ? 'line' : 'lines'}`;
}

/** Where something was printed. */
export function printedHeading({ exercise, args }: Heard): string {
  if (exercise === null) return 'Printed while the code was loaded:';
  const call = `${exercise}(${args.map((arg) => JSON.stringify(toJson(arg)) ?? 'undefined').join(', ')})`;
  return `Printed by ${shortened(call, LONGEST_CALL)}:`;
}
