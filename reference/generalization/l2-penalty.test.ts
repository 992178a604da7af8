import { expect, test } from 'vitest';
import { vector } from '../ndarray.ts';
import { l1PenaltyGradient } from './l1-penalty.ts';
import { l2PenaltyGradient } from './l2-penalty.ts';

test.each([l1PenaltyGradient, l2PenaltyGradient])(
  'an upstream gradient that is not a number is refused',
  (gradient) => {
    expect(() => gradient(Number.NaN, vector([1]), 2)).toThrow(/^upstream: /);
  },
);
