import { createInterface } from 'node:readline/promises';
import type { OpenClass } from '../../layouts/open-class.ts';
import { absentIn } from '../../run/grade.ts';
import type { Store } from '../../store/store.ts';
import { UsageError } from '../../text/errors.ts';
import { shownCount, shownPoints } from '../../text/numbers.ts';
import { printableLine } from '../../text/printable.ts';

/** Nobody reads thousands of lines. */
const MOST_SHOWN = 100;
/** The most that goes without being asked about: students leave, but not many at once. */
const MOST_UNASKED = 1 / 10;

/** What answers a question; null if nobody is there to be asked. */
export type Ask = ((question: string) => Promise<string>) | null;

/**
 * Shows the records that `--prune` would drop, and asks if that is more than a tenth of them.
 *
 * @returns Whether they may go.
 * @throws {UsageError} They are all, or more than a tenth with nobody to ask.
 */
export async function mayPrune(store: Store, opened: OpenClass, isAgreed: boolean, ask: Ask): Promise<boolean> {
  const absent = absentIn(store, opened);
  if (absent.length === 0) return true;
  const total = store.records.size;
  const what = `${shownCount(absent.length)} of ${shownCount(total)} records`;
  process.stderr.write(
    `--prune drops ${what}, without a submission in ${printableLine(opened.path)}:\n${shown(store, absent)}`,
  );
  if (isAgreed || absent.length <= total * MOST_UNASKED) return true;
  if (ask === null)
    throw new UsageError(
      `--prune would drop ${what}, which is more than a tenth: is it the right class? Say --yes to drop them; nothing was changed`,
    );
  const isYes = /^y(es)?$/i.test((await ask(`Drop ${what}? [y/N] `)).trim());
  if (!isYes) process.stderr.write('nothing was dropped, and nothing graded: leave --prune out to keep them\n');
  return isYes;
}

/** Asks in the terminal, if there is one. */
export function terminalAsk(): Ask {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
  return async (question) => {
    const reader = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await reader.question(question);
    } finally {
      reader.close();
    }
  };
}

function shown(store: Store, ids: readonly string[]): string {
  const lines = ids.slice(0, MOST_SHOWN).map((id) => {
    const { points = null, maxPoints = 0 } = store.records.get(id) ?? {};
    const earned = points === null ? 'no points' : `${shownPoints(points)} of ${shownPoints(maxPoints)} points`;
    return `  ${printableLine(id)} (${earned})\n`;
  });
  const more = ids.length - lines.length;
  return lines.join('') + (more > 0 ? `  and ${shownCount(more)} more\n` : '');
}
