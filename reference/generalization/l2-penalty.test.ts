import { expect, test } from 'vitest';
import { toNested, vector } from '../ndarray.ts';
import { l1PenaltyGradient } from './l1-penalty.ts';
import { l2Penalty, l2PenaltyGradient } from './l2-penalty.ts';

test.each([l1PenaltyGradient, l2PenaltyGradient])(
  'an upstream gradient that is not a number is refused',
  (gradient) => {
    expect(() => gradient(Number.NaN, vector([1]), 2)).toThrow(/^upstream: /);
  },
);

test('a lambda below 0 rewards what one above 0 costs', () => {
  expect(l2Penalty(vector([1, -3]), -2)).toBe(-20);
  expect(toNested(l2PenaltyGradient(0.5, vector([1, -3]), -2).w)).toEqual([-2, 6]);
});
