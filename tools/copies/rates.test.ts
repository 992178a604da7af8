import { expect, test } from 'vitest';
import { ratesOf, type Similarity, thresholdOf } from './rates.ts';

test('the threshold is halfway between honest pairs and copies, and above the honest ones if they overlap', () => {
  expect(thresholdOf([0.1, 0.4], [0.8, 0.9])).toBe(0.6);
  expect(thresholdOf([0.1, 0.7], [0.6, 0.9])).toBe(0.71);
});

test('two hundred honest pairs may hold one above the threshold', () => {
  const honest = [0.99, ...Array.from({ length: 199 }, () => 0.4)];
  expect(thresholdOf(honest, [0.8])).toBe(0.6);
  expect(thresholdOf(honest.slice(0, 100), [0.8])).toBe(1);
});

test('a pair is judged by a threshold that was chosen without it and without what shares a function with it', () => {
  const pair = (one: number, other: number, value: number): Similarity => ({ one, other, value, isApart: one === 0 });
  const honest = [pair(0, 1, 0.9), pair(2, 3, 0.2)];
  const copies = [pair(4, 4, 0.8), pair(5, 5, 0.95)];
  expect(ratesOf(honest, copies)).toEqual({
    // With 0.9 among them the threshold would be 0.91.
    honest: { named: 1, of: 2 },
    apart: { named: 1, of: 1 },
    // By the threshold of the other: 0.9 and 0.95 leave 0.925, 0.9 and 0.8 leave 0.91.
    copies: { named: 1, of: 2 },
  });
});
