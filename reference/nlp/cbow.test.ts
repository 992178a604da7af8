import { expect, test } from 'vitest';
import { matrix } from '../ndarray.ts';
import { cbowGradient } from './cbow.ts';

test('an upstream gradient that is not a number is refused', () => {
  const rows = matrix([[3, 4]]);
  expect(() => cbowGradient(Number.NaN, rows, rows, 0)).toThrow(/^upstream: /);
});
