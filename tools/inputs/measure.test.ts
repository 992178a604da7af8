import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../properties/entry/entry.ts';
import { distributionOf } from './measure.ts';

/** An entry of which only the inputs and hard cases are looked at. */
function drawing(args: readonly unknown[][], hardCases: Entry['hardCases'] = {}): Entry {
  return { id: 'madeUp', inputs: fc.constantFrom(...args), hardCases, parameters: {} } as unknown as Entry;
}

test('zeros are counted among the numbers of any argument', () => {
  expect(distributionOf(drawing([[{ h: [[0, 1]] }, 0, 'same', 3]]), 50).zeros).toBe(0.5);
});

test('a tie is a number other than 0 that occurs twice in one array', () => {
  expect(distributionOf(drawing([[[1, 2, 1]]]), 50).ties).toBe(1);
  expect(distributionOf(drawing([[[1, 2], [1, 2], 1]]), 50).ties).toBe(0);
  expect(distributionOf(drawing([[[0, 0]]]), 50).ties).toBe(0);
  expect(distributionOf(drawing([[3, 3]]), 50).ties).toBeNull();
});

test('an axis of 1 is found at every level', () => {
  expect(distributionOf(drawing([[[[1, 2]]]]), 50).ones).toBe(1);
  expect(distributionOf(drawing([[[[1], [2]]]]), 50).ones).toBe(1);
  expect(distributionOf(drawing([[[[[1, 2]], [[3, 4]]]]]), 50).ones).toBe(1);
  expect(distributionOf(drawing([[[1, 2]]]), 50).ones).toBe(0);
  expect(distributionOf(drawing([[1]]), 50).ones).toBeNull();
});

test('a list of layers is not an array, its weights are', () => {
  const layers = [{ w: [[1]], b: [2] }];
  expect(
    distributionOf(
      drawing([
        [
          [
            [1, 2],
            [3, 4],
          ],
          layers,
        ],
      ]),
      50,
    ).ones,
  ).toBe(1);
});

test('each hard case has its share', () => {
  const found = distributionOf(drawing([[1], [2]], { one: (x) => x === 1, never: () => false }), 2000);
  expect(found.hardCases['one']).toBeCloseTo(0.5, 1);
  expect(found.hardCases['never']).toBe(0);
});
