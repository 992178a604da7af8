import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { TOPICS } from '../../properties/entry/topics.ts';
import { checkProject } from './project.ts';
import { filesBelow } from './tree-files.ts';

// The check of the whole, on a temporary copy of one formula in which one thing is spoiled.

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const copies: string[] = [];

afterEach(() => {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true, force: true });
});

/** The project with softmax as its only formula. */
function copyOfOneFormula(): string {
  const root = mkdtempSync(join(tmpdir(), 'backproof-check-'));
  copies.push(root);
  for (const tree of ['reference', 'accelerated', 'properties', 'exercises']) {
    for (const file of filesBelow(HOME, tree)) {
      const [, folder, inner] = file.split('/');
      const isShared = inner === undefined || inner === 'shared' || !TOPICS.some((topic) => topic === folder);
      if ((isShared || /\/training\/softmax[./]/.test(file)) && !file.includes('.test.'))
        cpSync(join(HOME, file), join(root, file));
    }
  }
  for (const file of ['catalogue.md', 'docs/contract.md', 'package.json']) cpSync(join(HOME, file), join(root, file));
  symlinkSync(join(HOME, 'node_modules'), join(root, 'node_modules'));
  return root;
}

function replace(root: string, file: string, part: string | RegExp, other: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  const changed = text.replace(part, () => other);
  expect(changed).not.toBe(text);
  writeFileSync(join(root, file), changed);
}

test('a copy that is left alone has no fault, and the rest of the catalogue is ahead', async () => {
  const report = await checkProject(copyOfOneFormula());
  expect(report.faults).toEqual([]);
  expect(report).toMatchObject({ formulas: 1, exercises: 1 });
  expect(report.ahead.get('4 training')).toContain('adam');
  expect(report.ahead.get('4 training')).not.toContain('softmax');
});

const FILES = [
  'reference/training/softmax.ts',
  'accelerated/training/softmax.ts',
  'properties/training/softmax.misconceptions.ts',
  'exercises/training/softmax/instructions.md',
];

test.each(FILES)('names %s when it is removed, and nothing else', async (file) => {
  const root = copyOfOneFormula();
  rmSync(join(root, file));
  const { faults } = await checkProject(root);
  expect(faults).toEqual([{ path: file, message: "missing: 'softmax' is begun" }]);
});

const SPOILED: [string, string, string | RegExp, string, string][] = [
  [
    'an import turned round',
    FILES[0] as string,
    /^/,
    "import type {} from '../../properties/values/value.ts';\n",
    'imports properties/values/value.ts',
  ],
  ['an emptied hint', FILES[2] as string, /hint: '[^']*'/, "hint: ''", 'has no hint'],
  [
    'a gradient renamed',
    FILES[1] as string,
    'function softmaxGradient',
    'function softmaxSlope',
    "exports no 'softmaxGradient'",
  ],
  [
    'an example that no longer holds',
    FILES[0] as string,
    '// [[0.5, 0.5]]',
    '// [[0.5, 0.4]]',
    'the example does not hold',
  ],
  [
    'a parameter renamed',
    'properties/training/softmax.ts',
    "logits: is.tensor('Matrix'",
    "z: is.tensor('Matrix'",
    'docs/contract.md: the parameters are (logits), the entry says (z)',
  ],
  [
    'another default in the entry',
    'properties/training/softmax.ts',
    'default: -1',
    'default: -2',
    'without axis it does not compute what axis = -2 gives',
  ],
  [
    'a signature written out in the instructions',
    'exercises/training/softmax/instructions.md',
    '```ts signature\n',
    '```ts\nsoftmax(logits: Vector): Matrix\n',
    'logits is number[], the entry says number[][]',
  ],
  ['a misconception that is right', FILES[2] as string, '2 ** (z', 'Math.exp(z', 'gives what the reference gives'],
  [
    'a law renamed',
    'properties/training/softmax.ts',
    "law('every row sums to 1'",
    "law('each row sums to 1'",
    "caught by 'every row sums to 1'",
  ],
  [
    'an entry that does not load',
    'properties/training/softmax.ts',
    'export const softmax',
    'export const softMax',
    "exports no 'softmax'",
  ],
];

test.each(SPOILED)('names %s', async (_, file, part, other, message) => {
  const root = copyOfOneFormula();
  replace(root, file, part, other);
  const { faults } = await checkProject(root);
  const found = faults.find((fault) => fault.message.includes(message));
  expect(found?.path ?? faults).toContain('training/softmax');
});

test('of one formula, the faults of its own files are found and no others', async () => {
  const root = copyOfOneFormula();
  for (const file of [FILES[0] as string, 'properties/rounding/rounding.ts']) {
    replace(root, file, /^/, "import type {} from '../../grader/judge/judge.ts';\n");
  }
  const own = { path: FILES[0], message: expect.stringContaining('imports grader/judge/judge.ts') };
  const shared = { ...own, path: 'properties/rounding/rounding.ts' };
  expect((await checkProject(root, new Set(['softmax']))).faults).toEqual([own]);
  expect((await checkProject(root)).faults).toEqual(expect.arrayContaining([own, shared]));
  const other = await checkProject(root, new Set(['adam']));
  expect(other).toMatchObject({ formulas: 0, faults: [] });
  expect([...other.ahead]).toEqual([['4 training', ['adam']]]);
});
