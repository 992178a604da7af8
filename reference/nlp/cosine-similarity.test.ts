import { expect, test } from 'vitest';
import { vector } from '../ndarray.ts';
import { cosineSimilarityGradient } from './cosine-similarity.ts';

test('an upstream gradient that is not a number is refused', () => {
  const v = vector([1, 2]);
  expect(() => cosineSimilarityGradient(Number.NaN, v, v)).toThrow(/^upstream: /);
});
