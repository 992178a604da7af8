import { expect, test } from 'vitest';
import { matrix } from '../ndarray.ts';
import { sparsityPenalty } from './sparsity-penalty.ts';

test('a rate a little above 1 is refused', () => {
  expect(() => sparsityPenalty(matrix([[0.5]]), { rate: 1 + 2 ** -52 })).toThrow(/^options\.rate: /);
});
