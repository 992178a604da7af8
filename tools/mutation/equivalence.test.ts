import { describe, expect, test } from 'vitest';
import { type Equivalent, markEquivalent } from './equivalence.ts';
import type { Outcome, Status } from './outcome.ts';

const place = {
  file: 'reference/a.ts',
  kind: 'constant + 1',
  within: 'x = 2 + 2;',
  original: '2',
  replacement: '2 + 1',
};
const outcome = (status: Status, column: number): Outcome => ({ ...place, line: 3, column, status });
const known: Equivalent = { ...place, proof: 'x is never read' };
const statuses = (outcomes: readonly Outcome[], list: readonly Equivalent[]): Status[] =>
  markEquivalent(outcomes, list).outcomes.map(({ status }) => status);

describe('the list of equivalents', () => {
  test('marks the survivors that it describes', () => {
    expect(statuses([outcome('survived', 5), outcome('uncovered', 9)], [known])).toEqual(['equivalent', 'equivalent']);
  });

  test('marks the one of several alike that it counts to', () => {
    const both = [outcome('survived', 9), outcome('survived', 5)];
    expect(statuses(both, [{ ...known, nth: 2 }])).toEqual(['equivalent', 'survived']);
  });

  test('never marks one that was killed, and is stale there', () => {
    const { outcomes, stale } = markEquivalent([outcome('killed', 5)], [known]);
    expect(outcomes[0]?.status).toBe('killed');
    expect(stale).toEqual([known]);
  });

  test('is stale if its line has changed', () => {
    expect(markEquivalent([outcome('survived', 5)], [{ ...known, within: 'x = 2 + 3;' }]).stale).toHaveLength(1);
  });

  test('is not judged on a file that was not run', () => {
    expect(markEquivalent([outcome('survived', 5)], [{ ...known, file: 'reference/b.ts' }]).stale).toEqual([]);
  });
});
