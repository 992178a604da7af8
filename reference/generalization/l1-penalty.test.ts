import { expect, test } from 'vitest';
import { toNested, vector } from '../ndarray.ts';
import { l1Penalty, l1PenaltyGradient } from './l1-penalty.ts';

test('a lambda below 0 rewards what one above 0 costs', () => {
  expect(l1Penalty(vector([1, -3]), -2)).toBe(-8);
  expect(toNested(l1PenaltyGradient(0.5, vector([1, -3]), -2).w)).toEqual([-1, 1]);
});
