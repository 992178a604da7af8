import { expect, test } from 'vitest';
import * as is from '../parameters/parameter.ts';
import type { Entry } from './entry.ts';
import { illegalInputs } from './implied.ts';

test('spoils an entry of an array at an edge whose arrays have entries', () => {
  const entry = {
    parameters: { random: is.vector({ mayBeEmpty: true, element: { least: 0, below: 1 } }) },
    edges: { nothing: [[]], two: [[0.5, 0.25]] },
    illegal: {},
  };
  const found = illegalInputs(entry as unknown as Entry);
  expect(found['random: an entry not below 1']).toEqual({ args: [[1, 0.25]], names: 'random' });
});
