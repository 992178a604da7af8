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

test('the code says nothing to the mutation tests', () => {
  const { code } = readSource(ROOT, 'reference/convolution/cross-correlate2d.ts', 'crossCorrelate2d');
  expect(code).not.toMatch(/equivalent mutant/i);
  expect(code).toContain(
    "  const [kh, kw] = matrixShape('kernel', kernel);\n  const y = tensor([rows.outputs, columns.outputs]);",
  );
  expect(code).toContain('columns.outputs]);\n  for (let i = 0; i < rows.outputs; i++) {');
});
