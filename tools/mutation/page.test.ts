import { expect, test } from 'vitest';
import { keep } from './kept.ts';
import type { Outcome } from './outcome.ts';
import { mutationPage } from './page.ts';

const file = 'reference/losses/a.ts';
const source = 'y = 1;\n\nx = 2; // equivalent mutant: `2 * (1 + 1e-6)` (x is never read)\n';
const outcome: Outcome = {
  file,
  line: 3,
  column: 5,
  kind: 'constant + 1',
  original: '2',
  replacement: '2 + 1',
  within: 'x = 2; // …',
  status: 'survived',
};
const scaled: Outcome = { ...outcome, kind: 'constant times 1 + 1e-6', replacement: '2 * (1 + 1e-6)' };
const where = { commit: 'abc', machine: 'a machine' };

function pageOf(outcomes: readonly Outcome[], text = source): ReturnType<typeof mutationPage> {
  return mutationPage(new Map([[file, text]]), [new Map([[file, keep(file, text, outcomes, where)]])]);
}

test('the page names each mutant that lives, and each equivalent with its proof', () => {
  const { text, faults } = pageOf([
    outcome,
    { ...outcome, status: 'killed' },
    scaled,
    { ...outcome, kind: 'BooleanLiteral', original: 'true', replacement: 'false', status: 'uncovered' },
    { ...outcome, kind: 'StringLiteral', status: 'ignored' },
  ]);
  expect(text).toContain('- `reference/losses/a.ts:3:5 2 -> 2 + 1` (constant + 1)');
  expect(text).toContain('- `reference/losses/a.ts:3:5 true -> false` (BooleanLiteral, uncovered)');
  expect(text).toContain('`2` -> `2 * (1 + 1e-6)` in `x = 2;` (constant times 1 + 1e-6): x is never read');
  expect(text).toContain('| constant + 1 | 2 | 1 | 0 | 1 | 0 | 0 | 50.0 % |');
  expect(text).toContain('should have looked like (1)');
  expect(faults).toEqual([]);
});

test('says so where none lives, and names the comments that no living mutant has', () => {
  const { text, faults } = pageOf([{ ...outcome, status: 'killed' }]);
  expect(text).toContain('None.');
  expect(faults).toEqual(['reference/losses/a.ts:3: no mutant has `2 * (1 + 1e-6)`; remove it']);
});

test('says of each part where and at which commit its files were measured', () => {
  const other = 'reference/losses/b.ts';
  const root = 'reference/ndarray.ts';
  const kept = new Map([
    [file, keep(file, source, [outcome, { ...outcome, status: 'killed' }], where)],
    [other, keep(other, 'x = 2;', [{ ...outcome, file: other, status: 'killed' }], { ...where, commit: 'def' })],
    [root, keep(root, 'x = 2;', [{ ...outcome, file: root, kind: 'BooleanLiteral', status: 'timeout' }], where)],
  ]);
  const sources = new Map([...kept.keys()].map((path) => [path, path === file ? source : 'x = 2;']));
  const { text } = mutationPage(sources, [
    kept,
    new Map([[file, keep(file, source, [], { ...where, commit: 'ghi' })]]),
  ]);
  expect(text).toContain('| losses | 2 | 0 | 100.0 % | 3 | 66.7 % | abc, def, ghi | a machine |');
  expect(text).toContain('| root | 1 | 1 | 100.0 % | 0 | 100.0 % | abc | a machine |');
  expect(text).toContain('of the 3 files there');
});
