import { expect, test } from 'vitest';
import { tensor } from '../ndarray.ts';
import { flatten } from './flatten.ts';

test('an array without axes has no samples', () => {
  expect(() => flatten(tensor([], [1]))).toThrow(/^x: expected .* of rank 1 or more, got shape \[\]$/);
});
