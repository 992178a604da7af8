import { expect, test } from 'vitest';
import { checkImports } from './imports.ts';

test.each([
  ['reference/losses/a.ts', "import { x } from '../ndarray.ts'; import nd from 'ndarray';"],
  ['accelerated/losses/a.ts', "import * as tf from '@tensorflow/tfjs'; import '../../reference/losses/a.ts';"],
  ['properties/losses/a.ts', "const load = () => import('../../accelerated/losses/a.ts');"],
  ['exercises/exercises.ts', "import '../properties/entries.ts';"],
  ['grader/cli.ts', "import '../exercises/exercises.ts';"],
  ['tools/check.ts', "import '../grader/cli.ts';"],
  ['reference/ndarray.test.ts', "import { test } from 'vitest'; import './ndarray.ts';"],
])('%s may import %s', (path, text) => {
  expect(checkImports(path, text)).toEqual([]);
});

test.each([
  ['reference/losses/a.ts', "import '../../properties/value.ts';", 'imports properties/value.ts'],
  ['reference/losses/a.ts', "import type { V } from '../../properties/value.ts';", 'imports properties/value.ts'],
  ['reference/losses/a.ts', "import 'mathjs';", "imports the package 'mathjs'"],
  ['reference/losses/a.test.ts', "import '../../properties/value.ts';", 'imports properties/value.ts'],
  ['accelerated/losses/a.ts', "import fc from 'fast-check';", "imports the package 'fast-check'"],
  ['accelerated/losses/a.ts', "export * from '../../properties/value.ts';", 'imports properties/value.ts'],
  ['properties/law.ts', "await import('../grader/score.ts');", 'imports grader/score.ts'],
  ['properties/law.ts', "import '../exercises/exercise.ts';", 'imports exercises/exercise.ts'],
  ['exercises/exercises.ts', "import '../grader/score.ts';", 'imports grader/score.ts'],
  ['grader/cli.ts', "import '../tools/check.ts';", 'imports tools/check.ts'],
  ['grader/cli.ts', "import './score.test.ts';", 'imports the test grader/score.test.ts'],
])('%s may not import %s', (path, text, message) => {
  const faults = checkImports(path, text);
  expect(faults.map((fault) => fault.path)).toEqual([path]);
  expect(faults[0]?.message).toContain(message);
});
