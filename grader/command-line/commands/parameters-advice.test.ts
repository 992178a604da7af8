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
  ['export const adam = (s, { eps = 1e-8 }) => s;', '`{ eps = 1e-8 } = {}`'],
  ['export const adam = (s: number[], { eps = 1e-8 }: { eps?: number }) => s;', '`{ eps = 1e-8 }: … = {}`'],
  ['export async function adam(s, { window = [2, 2], strides = window }) {}', '= {}`'],
])('options that may be absent need a default: %s', (code, message) => {
  expect(advice(code)).toContain(`ada.ts:1: the options may be absent as a whole: write`);
  expect(advice(code)).toContain(message);
});

test.each([
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
