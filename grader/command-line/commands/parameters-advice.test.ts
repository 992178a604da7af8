import { expect, test } from 'vitest';
import { parametersAdvice } from './parameters-advice.ts';

const advice = (code: string): string | null => parametersAdvice([{ path: 'ada.ts', code }], 'adam');

test('a type copied into the braces is a new name', () => {
  expect(
    advice('// Adam\nexport function adam(state, gradient, { learningRate: number = 0.001, eps = 1e-8 } = {}) {}'),
  ).toBe(
    'ada.ts:2: `learningRate: number = 0.001` puts the option learningRate into a variable named number: write `learningRate = 0.001`, and types after the brace (`{ learningRate }: { learningRate?: number } = {}`)',
  );
});

test.each([
  'export function adam(s, { gamma, beta, epsilon = 1e-3 }) {}',
  'export function adam(s, { eps = 1e-8 } = {}) {}',
  'export function adam(s, { eps = 1e-8 }: { eps?: number } = {}) {}',
  'export function adam(s, { eps = 1e-8, padding = "}) (" }: Options = {}) {}',
  'export function adam(x, layers, { learningRate, steps }) {}',
  'export function adam({ theta: start, m }, g, options = {}) {}',
  'export function adam(',
  `export function adam({${'{'.repeat(1e5)}`,
  '',
])('nothing is said of what is right, or cannot be judged: %s', (code) => {
  expect(advice(code)).toBe(null);
});
