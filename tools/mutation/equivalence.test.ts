import { describe, expect, test } from 'vitest';
import { markEquivalent } from './equivalence.ts';
import type { Outcome, Status } from './outcome.ts';

const file = 'reference/a.ts';

/** A mutant of a source: of the first place, in the line that begins so, where the original is. */
function outcome(
  source: string,
  lineStart: string,
  original: string,
  replacement: string,
  status: Status = 'survived',
): Outcome {
  const lines = source.split('\n');
  const line = lines.findIndex((text) => text.trim().startsWith(lineStart));
  const [within = ''] = lines.slice(line);
  const column = within.indexOf(original) + 1;
  return { file, line: line + 1, column, kind: 'any', original, replacement, within: within.trim(), status };
}

const judged = (source: string, ...outcomes: Outcome[]): { statuses: Status[]; faults: string[] } => {
  const { outcomes: marked, faults } = markEquivalent(outcomes, new Map([[file, source]]));
  return { statuses: marked.map(({ status }) => status), faults };
};

describe('a comment on equivalent mutants', () => {
  const behind = 'y = 2;\nx = 2 + z; // equivalent mutant: `2 + 1` (x is never read)\nw = 2;';

  test('marks the survivors of its line that have the code, with its proof', () => {
    const mutant = outcome(behind, 'x =', '2', '2 + 1');
    const { outcomes, faults } = markEquivalent([mutant], new Map([[file, behind]]));
    expect(outcomes).toEqual([{ ...mutant, status: 'equivalent', proof: 'x is never read' }]);
    expect(faults).toEqual([]);
  });

  test('marks none of other code, and none of other lines', () => {
    const others = [
      outcome(behind, 'x =', '2', '2 * (1 + 1e-6)'),
      outcome(behind, 'y =', '2', '2 + 1'),
      outcome(behind, 'w =', '2', '2 + 1'),
    ];
    const { statuses } = judged(behind, outcome(behind, 'x =', '2', '2 + 1', 'uncovered'), ...others);
    expect(statuses).toEqual(['equivalent', 'survived', 'survived', 'survived']);
  });

  test('tells places on a line by the code around them', () => {
    const source = '// Equivalent mutants: `x = 1 + 1`, `"" :` (x is whole (proof))\nx = 1 - 1 ? a : b;';
    const second = { ...outcome(source, 'x =', '1', '1 + 1'), column: 9 };
    const text = outcome(source, 'x =', 'a', '""');
    expect(judged(source, outcome(source, 'x =', '1', '1 + 1'), second, text)).toEqual({
      statuses: ['equivalent', 'survived', 'equivalent'],
      faults: [],
    });
  });

  test('above a statement marks the mutants that let its loops run once more', () => {
    const source = `  // Equivalent mutants: one more n, i (what they write is overwritten)
  // a comment between
  for (const n of upTo(rows.count)) {
    for (let i = 0; i < m - k; i++) {
      for (let j = 0; j < m; j++) set(n, i, j);
    }
  }
  for (let i = 0; i < m - k; i++) {`;
    const { statuses, faults } = judged(
      source,
      outcome(source, 'for (const n', 'rows.count', '(rows.count) + 1'),
      outcome(source, 'for (let i', 'i < m - k', 'i <= m - k'),
      outcome(source, 'for (let i', 'm - k', '(m - k) + 1'),
      outcome(source, 'for (let i', 'i < m - k', 'i >= m - k', 'killed'),
      outcome(source, 'for (let i', 'm - k', '(m - k) - 1', 'killed'),
      outcome(source, 'for (let j', 'j < m', 'j <= m'),
      { ...outcome(source, 'for (let i', 'i < m - k', 'i <= m - k'), line: 8, column: 19 },
    );
    expect(statuses.slice(0, 3)).toEqual(['equivalent', 'equivalent', 'equivalent']);
    expect(statuses.slice(3)).toEqual(['killed', 'killed', 'survived', 'survived']);
    expect(faults).toEqual([]);
  });

  test('never marks a mutant that was killed, and is named', () => {
    const { statuses, faults } = judged(behind, outcome(behind, 'x =', '2', '2 + 1', 'killed'));
    expect(statuses).toEqual(['killed']);
    expect(faults).toEqual(['reference/a.ts:2: `2 + 1` is killed, not equivalent; remove it']);
  });

  test('is named where one of those that it means was killed', () => {
    const source = 'x = 2 + 2; // equivalent mutant: `2 + 1` (x is never read)';
    const killed = { ...outcome(source, 'x =', '2', '2 + 1', 'killed'), column: 9 };
    const { statuses, faults } = judged(source, outcome(source, 'x =', '2', '2 + 1'), killed);
    expect(statuses).toEqual(['equivalent', 'killed']);
    expect(faults).toHaveLength(1);
  });

  test('is named where its line has no such mutant', () => {
    const other = outcome(behind, 'x =', '2', '2 * (1 + 1e-6)');
    expect(judged(behind, other).faults).toEqual(['reference/a.ts:2: no mutant has `2 + 1`; remove it']);
  });

  test('does not take a number for the beginning of a longer one', () => {
    const source = 'x = 1 + y; // equivalent mutant: `1 + 1 + y` (x is never read)';
    const { statuses } = judged(
      source,
      outcome(source, 'x =', '1', '1 + 1'),
      outcome(source, 'x =', '1 + y', '1 + 1 + y2'),
    );
    expect(statuses).toEqual(['equivalent', 'survived']);
  });

  test('is named where no loop runs over its variable', () => {
    const { faults } = judged('// Equivalent mutants: one more n (overwritten)\nfor (let i = 0; i < n; i++) {}');
    expect(faults).toEqual(['reference/a.ts:1: no mutant has `one more n`; remove it']);
  });

  test('is named where it cannot be read', () => {
    const { faults } = judged('x = 2; // equivalent mutant: 2 + 1, as x is never read');
    expect(faults).toEqual([expect.stringMatching(/^reference\/a\.ts:1: expected .*`code` \(proof\)/)]);
  });
});
