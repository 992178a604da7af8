import { expect, test } from 'vitest';
import { matrix } from '../ndarray.ts';
import { frobeniusNormGradient } from './frobenius-norm.ts';

test('an upstream gradient that is not a number is refused', () => {
  expect(() => frobeniusNormGradient(Number.NaN, matrix([[1]]))).toThrow(/^upstream: /);
});
