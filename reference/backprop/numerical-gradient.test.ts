import { expect, test } from 'vitest';
import { type NdArray, tensor, toNested, vector } from '../ndarray.ts';
import { numericalGradient } from './numerical-gradient.ts';

const anything = { real: (): number => 1, complex: () => ({ re: 1, im: 0 }) };

test('the gradient of a matrix has its shape', () => {
  const weighted = (w: NdArray): number => 3 * w.get(0, 1) - w.get(1, 0);
  expect(toNested(numericalGradient(weighted, tensor([2, 2])))).toEqual([
    [0, 3],
    [-1, 0],
  ]);
});

test('a real function is not a complex one', () => {
  expect(() => numericalGradient(anything.real, vector([1]), { method: 'complex' })).toThrow(
    'f: expected it to return',
  );
  expect(() => numericalGradient(anything.complex, vector([1]))).toThrow('f: expected it to return a number');
  const real = (): { re: number; im: number } => ({ re: 1 }) as { re: number; im: number };
  expect(() => numericalGradient(real, vector([1]), { method: 'complex' })).toThrow('expected it to return { re, im }');
});

test('refuses a single number as the point', () => {
  expect(() => numericalGradient(anything.real, tensor([], [1]))).toThrow('x: expected rank 1 or more');
});

test('refuses a function that returns null for a complex number', () => {
  const nothing = (): { re: number; im: number } => null as unknown as { re: number; im: number };
  expect(() => numericalGradient(nothing, vector([1]), { method: 'complex' })).toThrow(
    'f: expected it to return { re, im }, got null',
  );
});

test('refuses a step below the spacing of x', () => {
  expect(() => numericalGradient(anything.real, vector([1]), { step: 1e-300 })).toThrow(
    'options.step: expected a step that moves x at 1, got 1e-300',
  );
});

test('refuses a step of 0 even where x is infinite', () => {
  expect(() => numericalGradient(anything.real, vector([Infinity]), { step: 0 })).toThrow(
    'options.step: expected a number above 0, got 0',
  );
});

test('refuses a function that returns nothing for a complex number', () => {
  const nothing = (): { re: number; im: number } => undefined as unknown as { re: number; im: number };
  expect(() => numericalGradient(nothing, vector([1]), { method: 'complex' })).toThrow(
    'f: expected it to return { re, im }, got undefined',
  );
});

test.each([1, -1])('takes a step that moves x = %d to one side only', (x) => {
  // Towards 0 the doubles lie closer: 3/4 of their spacing there is rounded to one step, and away from 0 to none.
  const slope = numericalGradient((at: NdArray) => at.get(0), vector([x]), { step: 0.75 * 2 ** -53 });
  expect(slope.get(0)).toBe(1);
});
