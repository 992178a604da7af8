import type { Outcome } from './outcome.ts';

/** A mutant that no legal input can tell from the original, and why. */
export interface Equivalent {
  file: string;
  /** Stryker's mutator or a numeric kind */
  kind: string;
  /** the source line in which it begins, without the spaces around it */
  within: string;
  original: string;
  replacement: string;
  /** which one, counted from 1, if the line has several alike; all of them if absent */
  nth?: number;
  proof: string;
}

/** The outcomes, with the known equivalents among the survivors marked, and the items of the list that match none. */
export function markEquivalent(
  outcomes: readonly Outcome[],
  list: readonly Equivalent[],
): { outcomes: Outcome[]; stale: Equivalent[] } {
  const marked = outcomes.map((outcome) => ({ ...outcome }));
  const files = new Set(outcomes.map(({ file }) => file));
  const stale = list.filter((item) => {
    if (!files.has(item.file)) return false;
    const alike = marked
      .filter((outcome) => KEYS.every((key) => outcome[key] === item[key]))
      .toSorted((a, b) => a.line - b.line || a.column - b.column);
    const meant = item.nth === undefined ? alike : alike.slice(item.nth - 1, item.nth);
    const lasting = meant.filter(({ status }) => status === 'survived' || status === 'uncovered');
    for (const outcome of lasting) outcome.status = 'equivalent';
    return lasting.length === 0;
  });
  return { outcomes: marked, stale };
}

const KEYS = ['file', 'kind', 'within', 'original', 'replacement'] as const;
