import { expect, test } from 'vitest';
import type { Outcome } from './outcome.ts';
import { mutationPage } from './page.ts';

const outcome: Outcome = {
  file: 'reference/a.ts',
  line: 3,
  column: 7,
  kind: 'constant + 1',
  original: '2',
  replacement: '2 + 1',
  within: 'x = 2;',
  status: 'survived',
};
const circumstances = { commit: 'abc', machine: 'a machine', jobs: 2, strykerSeconds: 90, numericSeconds: 30 };

test('the page names each mutant that lives, and each equivalent with its proof', () => {
  const outcomes: Outcome[] = [
    outcome,
    { ...outcome, status: 'killed' },
    { ...outcome, kind: 'term dropped', status: 'equivalent', proof: 'x is never read' },
    { ...outcome, kind: 'BooleanLiteral', original: 'true', replacement: 'false', status: 'uncovered' },
  ];
  const page = mutationPage(outcomes, circumstances);
  expect(page).toContain('- `reference/a.ts:3:7 2 -> 2 + 1` (constant + 1)');
  expect(page).toContain('- `reference/a.ts:3:7 true -> false` (BooleanLiteral, uncovered)');
  expect(page).toContain('- `reference/a.ts`: `2` -> `2 + 1` in `x = 2;` (term dropped): x is never read');
  expect(page).toContain('| constant + 1 | 2 | 1 | 0 | 1 | 0 | 0 | 50.0 % |');
  expect(page).toContain('Stryker 1.5 minutes');
});

test('says so where none lives', () => {
  expect(mutationPage([{ ...outcome, status: 'killed' }], circumstances)).toContain('None.');
});
