import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { checkGuide } from './guide.ts';

const roots: string[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

const FILE = ['export function twice(x: number): number {', '  // doubled', '  return 2 * x;', '}', ''].join('\n');

function faultsOf(guide: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'backproof-guide-'));
  roots.push(root);
  mkdirSync(join(root, 'reference'));
  writeFileSync(join(root, 'reference/twice.ts'), FILE);
  writeFileSync(join(root, 'CONTRIBUTING.md'), guide);
  return checkGuide(root).map(({ line, message }) => `${line}: ${message}`);
}

const block = (...lines: string[]): string => ['```ts reference/twice.ts', ...lines, '```'].join('\n');

test('the guide of this project is taken from its files', () => {
  expect(checkGuide(fileURLToPath(new URL('../..', import.meta.url)))).toEqual([]);
});

test('a block may be all of a file, a part, or parts with cuts between them', () => {
  expect(faultsOf(block(...FILE.trimEnd().split('\n')))).toEqual([]);
  expect(faultsOf(block('  return 2 * x;'))).toEqual([]);
  expect(faultsOf(block('export function twice(x: number): number {', '…', '}'))).toEqual([]);
  expect(faultsOf(block('…', '  return 2 * x;', '  // …'))).toEqual([]);
});

test.each([
  [
    'another line',
    block('  // doubled', '  return x + x;'),
    "3: reference/twice.ts does not have 'return x + x;' here",
  ],
  ['lines left out without a cut', block('  // doubled', '}'), "3: reference/twice.ts does not have '}' here"],
  [
    'another order',
    block('  return 2 * x;', '…', '  // doubled'),
    "4: reference/twice.ts does not have '// doubled' here",
  ],
  ['another indent', block('return 2 * x;'), "2: reference/twice.ts does not have 'return 2 * x;' here"],
  [
    'code without a path',
    '```ts\ntwice(2)\n```',
    '1: a block of TypeScript names no file: head it with the path that it is taken from',
  ],
  [
    'code of a lost file',
    '```ts reference/thrice.ts\n```',
    '1: its code is said to be from reference/thrice.ts, which does not exist',
  ],
  ['a path that is gone', 'see `reference/thrice.ts`', '1: it names reference/thrice.ts, which does not exist'],
])('names %s', (_, guide, message) => {
  expect(faultsOf(guide)).toEqual([message]);
});

test('patterns, and what is not a path of the project, are left alone', () => {
  expect(faultsOf('`reference/<topic>/<name>.ts`, `generalization/l2-penalty`, `reference/twice.ts`')).toEqual([]);
});
