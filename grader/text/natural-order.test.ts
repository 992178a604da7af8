import { expect, test } from 'vitest';
import { inNaturalOrder } from './natural-order.ts';

test('numbers in names count as numbers', () => {
  expect(['s10', 's2', 's1', 'Ada', 'ada', 's010'].sort(inNaturalOrder)).toEqual([
    'ada',
    'Ada',
    's1',
    's2',
    's010',
    's10',
  ]);
});
