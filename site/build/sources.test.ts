import { expect, test } from 'vitest';
import { ROOT } from './facts.ts';
import { readSource } from './sources.ts';

test('the code of a reference is without its imports and without the docstrings that are shown as text', () => {
  const { code, imports, documentation, gradient } = readSource(ROOT, 'reference/training/softmax.ts', 'softmax');
  expect(code).toMatch(/^export interface SoftmaxOptions/);
  expect(code).toContain('export function softmaxGradient');
  expect(code).not.toContain('@throws');
  expect(code).not.toContain('import ');
  expect(code).toContain('/** The axis that the options name');
  expect(imports).toContain('reference/training/shared/slices-along.ts');
  expect(documentation.examples).toEqual(['softmax(matrix([[0, 0]])) // [[0.5, 0.5]]']);
  expect(gradient).toContain('upstream gradient');
});
