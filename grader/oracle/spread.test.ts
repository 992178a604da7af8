import { expect, test } from 'vitest';
import type { Value } from '../../properties/values/value.ts';
import { isOfNumbersAlone, spreadOver } from './spread.ts';

type Draw = { args: readonly Value[]; expected: Value };

/** The kinds of those chosen, counted by a label. */
function counted(draws: readonly Draw[], count: number, label: (draw: Draw) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const place of spreadOver(draws, count)) {
    const key = label(draws[place] as Draw);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** A fixed shuffle: draws come in no order. */
function mixed<T>(items: readonly T[]): T[] {
  return items.map((_, i) => items[(i * 37) % items.length] as T);
}

test.each<[string, (i: number) => Draw, (draw: Draw) => string]>([
  [
    'options',
    (i) => ({ args: [i, { reduction: i % 4 ? 'mean' : 'sum' }], expected: 7 }),
    ({ args }) => JSON.stringify(args[1]),
  ],
  [
    'options that are absent',
    (i) => ({ args: i % 4 ? [[1]] : [[1], { axis: true }], expected: 7 }),
    ({ args }) => String(args.length),
  ],
  ['results', (i) => ({ args: [[0.5, i]], expected: i % 4 ? 0 : 1 }), ({ expected }) => JSON.stringify(expected)],
  ['signs', (i) => ({ args: [i % 4 ? i : -i], expected: [1] }), ({ args }) => String(Number(args[0]) > 0)],
  [
    'shapes',
    (i) => ({ args: [Array(i % 4 ? 3 : 1).fill(0.5)], expected: [1] }),
    ({ args }) => String((args[0] as number[]).length),
  ],
])('as many of each kind of %s as among all', (_, draw, label) => {
  const draws = mixed(Array.from({ length: 100 }, (_item, i) => draw(i + 1)));
  expect(Object.values(counted(draws, 20, label)).sort((a, b) => b - a)).toEqual([15, 5]);
});

test('of one kind they lie evenly between the least number and the largest', () => {
  const draws = mixed(Array.from({ length: 400 }, (_, i) => ({ args: [1 + i], expected: [0] })));
  const chosen = spreadOver(draws, 100).map((place) => Number(draws[place]?.args[0]));
  expect(chosen.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => 3 + 4 * i));
});

test('places come in the order of the draws, each once; of too few all are taken', () => {
  const draws = mixed(Array.from({ length: 100 }, (_, i) => ({ args: [i], expected: i })));
  const places = spreadOver(draws, 30);
  expect(new Set(places).size).toBe(30);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(spreadOver(draws.slice(0, 3), 30)).toEqual([0, 1, 2]);
});

test('numbers alone are numbers, words and records of them', () => {
  expect(isOfNumbersAlone([1, 'same', { stride: 2, padding: { before: 1 } }, undefined])).toBe(true);
  expect(isOfNumbersAlone([1, { axes: [0] }])).toBe(false);
  expect(isOfNumbersAlone([[1]])).toBe(false);
});
