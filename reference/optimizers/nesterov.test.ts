import { expect, test } from 'vitest';
import { vector } from '../ndarray.ts';
import { nesterov, type QuadraticObjective } from './nesterov.ts';

test('refuses an objective that is not a record', () => {
  const state = { theta: vector([1]), m: vector([0]) };
  expect(() => nesterov(state, null as unknown as QuadraticObjective)).toThrow(
    /^objective: expected an object, got null/,
  );
});
