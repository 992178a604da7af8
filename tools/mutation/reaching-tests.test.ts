import { expect, test } from 'vitest';
import { testsReaching } from './reaching-tests.ts';

test('a formula is reached by its own tests', () => {
  const { formulas, testFiles } = testsReaching(['reference/backprop/relu.ts']);
  expect(formulas).toContain('relu');
  expect(formulas).not.toContain('sigmoid');
  expect(testFiles).toContain('reference/backprop/relu.test.ts');
});

test('what is shared is reached by the tests of all that import it, by way of other files too', () => {
  const { formulas, testFiles } = testsReaching(['reference/training/softmax.ts']);
  expect(formulas).toEqual(expect.arrayContaining(['softmax', 'categoricalCrossEntropy', 'trainingRun']));
  expect(testFiles).toContain('reference/losses/categorical-cross-entropy.test.ts');
});

test('a file of another tree is not reached by what loads it on a backend only', () => {
  expect(testsReaching(['accelerated/backprop/relu.ts'])).toEqual({ formulas: [], testFiles: [] });
});

test('tests that never call the reference are left out', () => {
  expect(testsReaching(['reference/ndarray.ts']).testFiles.join()).not.toMatch(/properties\/(inputs|suite)\//);
});
