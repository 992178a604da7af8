import { join } from 'node:path';
import type { ClassEntry } from '../../class/class-entry.ts';
import type { LeftOut } from '../../class/submission.ts';
import type { OpenClass } from '../../layouts/open-class.ts';
import { keptClass } from '../../run/kept-class.ts';
import { listedName } from '../../text/name-list.ts';
import { shownCount } from '../../text/numbers.ts';
import { printableLine } from '../../text/printable.ts';

/** The most submissions whose reading is printed; `run.json` has all of them. */
const MOST_SHOWN = 10;
const MOST_NOTES = 40;

/** What a class was taken for and how its names were read, for an instructor to see that it is right. */
export function readingLines({ path, layout, because, notes, entries }: OpenClass, out: string): string[] {
  const count = `${shownCount(entries.length)} ${entries.length === 1 ? 'submission' : 'submissions'}`;
  const lines = [`backproof: ${path} is read as ${because} (${count})`];
  lines.push(...notes.slice(0, MOST_NOTES).map((note) => `backproof: ${note}`));
  if (layout !== 'plain') {
    lines.push(...entries.slice(0, MOST_SHOWN).map((entry) => `  ${readingOf(entry)}`));
    const more = entries.length - MOST_SHOWN;
    if (more > 0) lines.push(`  and ${shownCount(more)} more: ${join(out, 'run.json')} says how each was read`);
  }
  return lines.map(indented);
}

/** `lovelaceada_12345 (late): lovelaceada_LATE_12345_67890_softmax.ts` */
function readingOf({ id, parts, late, submittedAt, attempt }: ClassEntry): string {
  const known = [
    ...(late === true ? ['late'] : []),
    ...(submittedAt === undefined ? [] : [submittedAt]),
    ...(attempt === undefined || attempt === 1 ? [] : [`attempt ${attempt}`]),
  ];
  const from = parts.map(({ path }) => listedName(path)).join(', ');
  return `${listedName(id)}${known.length === 0 ? '' : ` (${known.join(', ')})`}: ${from}`;
}

/** On one line, its indent kept. */
function indented(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return `${indent}${printableLine(line)}`;
}

/** The lines on what lay beside the code and was not graded. */
export function leftOutLines(leftOut: ReadonlyMap<string, readonly LeftOut[]>): string[] {
  const all = [...leftOut].flatMap(([id, own]) => own.map(({ name, why }) => `${listedName(id)}: ${name} (${why})`));
  if (all.length === 0) return [];
  const shown = all.slice(0, MOST_SHOWN).map((line) => `  ${printableLine(line)}`);
  const more = all.length - shown.length;
  return [
    `not graded, beside the code: ${shownCount(all.length)}`,
    ...shown,
    ...(more > 0 ? [`  and ${shownCount(more)} more (--json lists them)`] : []),
  ];
}

/** The same as JSON, whole. */
export function readingJson(opened: OpenClass, leftOut: ReadonlyMap<string, readonly LeftOut[]>): object {
  const { layout, because, submissions } = keptClass(opened);
  return {
    layout,
    because,
    notes: opened.notes,
    submissions: Object.entries(submissions).map(([id, kept]) => ({
      id,
      ...kept,
      ...(leftOut.has(id) ? { leftOut: leftOut.get(id) } : {}),
    })),
  };
}
