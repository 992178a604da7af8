import { expect, test } from 'vitest';
import { vector } from '../ndarray.ts';
import { type MeanState, meanMetric } from './mean-metric.ts';

test('refuses a state that is not a record', () => {
  expect(() => meanMetric(null as unknown as MeanState, vector([1]))).toThrow(/^state: expected an object, got null/);
});
