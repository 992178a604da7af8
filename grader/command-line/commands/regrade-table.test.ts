import { expect, test } from 'vitest';
import { type Row, regradeTable } from './regrade-table.ts';

function row(n: number, after: number): Row {
  return { submission: `s${n}`, before: 1, after, maxPoints: 2, kept: null, changes: [] };
}

test('of a small class everybody has a line', () => {
  expect(regradeTable([row(1, 1), row(2, 2)], false)).toBe(
    'submission  before  after  why\ns1               1      1\ns2               1      2\n\n' +
      '1 record changes; nothing is written without --write\n',
  );
});

test('of a large class those whose record changes, a hundred of them at most', () => {
  const few = regradeTable(
    Array.from({ length: 20_000 }, (_, n) => row(n, n === 7 ? 2 : 1)),
    true,
  );
  expect(few).toMatch(
    /^submission [^\n]*\ns7 [^\n]*\nand 19,999 more \(--json has them all\)\n\n1 record changes: written\n$/,
  );
  const all = regradeTable(
    Array.from({ length: 20_000 }, (_, n) => row(n, 2)),
    true,
  );
  expect(all.split('\n')).toHaveLength(105);
});
