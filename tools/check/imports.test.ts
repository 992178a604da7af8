import { expect, test } from 'vitest';
import { checkImports } from './imports.ts';

test.each([
  ['reference/losses/a.ts', "import { x } from '../ndarray.ts'; import nd from 'ndarray';"],
  ['accelerated/losses/a.ts', "import * as tf from '@tensorflow/tfjs'; import '../../reference/losses/a.ts';"],
  ['properties/losses/a.ts', "const load = () => import('../../accelerated/losses/a.ts');"],
  ['exercises/exercises.ts', "import '../properties/entry/entries.ts';"],
  ['grader/command-line/cli.ts', "import '../../exercises/exercises.ts';"],
  ['tools/check/check.ts', "import '../../grader/command-line/cli.ts';"],
  ['reference/ndarray.test.ts', "import { test } from 'vitest'; import './ndarray.ts';"],
])('%s may import %s', (path, text) => {
  expect(checkImports(path, text)).toEqual([]);
});

test.each([
  ['reference/losses/a.ts', "import '../../properties/values/value.ts';", 'imports properties/values/value.ts'],
  [
    'reference/losses/a.ts',
    "import type { V } from '../../properties/values/value.ts';",
    'imports properties/values/value.ts',
  ],
  ['reference/losses/a.ts', "import 'mathjs';", "imports the package 'mathjs'"],
  ['reference/losses/a.test.ts', "import '../../properties/values/value.ts';", 'imports properties/values/value.ts'],
  ['accelerated/losses/a.ts', "import fc from 'fast-check';", "imports the package 'fast-check'"],
  [
    'accelerated/losses/a.ts',
    "export * from '../../properties/values/value.ts';",
    'imports properties/values/value.ts',
  ],
  ['properties/entry/law.ts', "await import('../../grader/score.ts');", 'imports grader/score.ts'],
  ['properties/entry/law.ts', "import '../../exercises/exercise.ts';", 'imports exercises/exercise.ts'],
  ['exercises/exercises.ts', "import '../grader/score.ts';", 'imports grader/score.ts'],
  ['grader/command-line/cli.ts', "import '../../tools/check/check.ts';", 'imports tools/check/check.ts'],
  ['grader/command-line/cli.ts', "import './score.test.ts';", 'imports the test grader/command-line/score.test.ts'],
])('%s may not import %s', (path, text, message) => {
  const faults = checkImports(path, text);
  expect(faults.map((fault) => fault.path)).toEqual([path]);
  expect(faults[0]?.message).toContain(message);
});
