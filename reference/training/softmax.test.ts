import { expect, test } from 'vitest';
import { tensor } from '../ndarray.ts';
import { softmax } from './softmax.ts';

// Nested arrays, which the entry's illegal inputs are made of, describe no array of rank 0.
test('refuses an array of rank 0', () => {
  expect(() => softmax(tensor([], [1]))).toThrow('logits: expected rank 1 or more, got shape []');
});
