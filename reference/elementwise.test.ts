import { expect, test } from 'vitest';
import { type Elements, scaledBy } from './elementwise.ts';
import { vector } from './ndarray.ts';

const one = (): number => 1;

test.each<[string, Elements, Elements]>([
  ['a number beside an array', 2, vector([1])],
  ['an array beside a number', vector([1]), 2],
  ['an array of another length', vector([1]), vector([1, 2])],
])('an upstream gradient that is %s is refused', (_what, upstream, z) => {
  expect(() => scaledBy(upstream, 'z', z, one)).toThrow(/^upstream: expected/);
});
