import { expect, test } from 'vitest';
import { matrix } from '../ndarray.ts';
import { mlpForward } from './mlp-forward.ts';

test('a layer that is null is refused by its place', () => {
  expect(() => mlpForward(matrix([[1]]), [null as never])).toThrow(/^layers\[0\]: /);
});
