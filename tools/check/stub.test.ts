import { expect, test } from 'vitest';
import { checkStub, endsWithOptions } from './stub.ts';

const STUB = "export function sgd(w: number[], { rate = 1 } = {}): number[] {\n  throw new Error('not yet');\n}\n";
const SIGNATURE = 'sgd(w: Vector, { rate = 1 }): Vector';

test('a stub exports the function alone and shows its options', () => {
  expect(checkStub(STUB, 'sgd', SIGNATURE)).toEqual([]);
});

test.each([
  ['another name', STUB.replace('sgd', 'gsd'), 'exports gsd, expected sgd alone'],
  ['a second export', `${STUB}export const answer = 1;\n`, 'exports sgd, answer, expected sgd alone'],
  ['no export', STUB.replace('export ', ''), 'exports nothing'],
  ['options without a default', STUB.replace(' = {}', ''), "does not show the options as '= {}'"],
  ['broken syntax', 'export function sgd(', 'is not TypeScript'],
])('refuses %s', (_, text, message) => {
  expect(checkStub(text, 'sgd', SIGNATURE).join()).toContain(message);
});

test.each([
  ['softmax(logits: Matrix): Matrix', false],
  ['conv2d(x: Images, { strides = [1, 1], padding = "valid" }): Images', true],
  ['trainMlp(x: Matrix, { learningRate, steps }): Matrix', false],
  ['batchNorm(x: Matrix, { gamma, training = true }): { y: Matrix }', false],
  ['lstm(x: Sequence, weights): Sequence', false],
  ['adam(state: { t }, gradient: Vector, options as above): { t }', true],
])('%s ends with options: %s', (signature, expected) => {
  expect(endsWithOptions(signature)).toBe(expected);
});
