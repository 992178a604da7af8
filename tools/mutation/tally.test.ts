import { expect, test } from 'vitest';
import type { Outcome, Status } from './outcome.ts';
import { tallies, tally } from './tally.ts';

const outcome = (status: Status, kind = 'constant + 1'): Outcome => ({
  file: 'reference/a.ts',
  line: 1,
  column: 1,
  kind,
  original: '2',
  replacement: '2 + 1',
  within: 'x = 2;',
  status,
});
const of = (...statuses: Status[]): Outcome[] => statuses.map((status) => outcome(status));

test('equivalents and ignored ones count neither for nor against', () => {
  const counted = tally('constant + 1', of('killed', 'killed', 'timeout', 'survived', 'equivalent', 'ignored'));
  expect(counted).toMatchObject({ mutants: 5, killed: 2, timeout: 1, survived: 1, equivalent: 1, score: 3 / 4 });
});

test('one that no test reaches, or that could not be run, counts as living', () => {
  expect(tally('constant + 1', of('killed', 'uncovered', 'error', 'killed')).score).toBe(1 / 2);
});

test('each kind is counted by itself, one without mutants not at all', () => {
  const counted = tallies([outcome('killed'), outcome('survived', 'term dropped'), outcome('ignored', 'Regex')]);
  expect(counted.map(({ kind, score }) => [kind, score])).toEqual([
    ['constant + 1', 1],
    ['term dropped', 0],
  ]);
});
