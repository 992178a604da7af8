import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Groups } from './groups.ts';
import { type Printed, pairsOf } from './pairs.ts';
import { LEAST_WEIGHT, similarity } from './weights.ts';

const WEIGHT = 400;
const weightOf = (): number => WEIGHT;

function printed(id: string, hashes: readonly number[]): Printed {
  return { id, hashes: Uint32Array.from(new Set(hashes)).sort() };
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n);

test('two functions that share most of what they hold are a pair, and one that shares little is in none', () => {
  const functions = [
    printed('ada', range(0, 20)),
    printed('bob', [...range(100, 15), ...range(0, 3)]),
    printed('cleo', [...range(0, 18), 900, 901]),
  ];
  expect(pairsOf(functions, weightOf, 0.5)).toEqual({
    pairs: [{ left: 'ada', right: 'cleo', similarity: 0.9 }],
    more: 0,
    groups: [],
    compared: 3,
    tooLittle: 0,
  });
});

test('what more than half of a class of ten or more holds counts for nothing', () => {
  const stubs = range(0, 12).map((n) => printed(`s${n}`, range(0, 20)));
  expect(pairsOf(stubs, weightOf, 0.5)).toMatchObject({ pairs: [], compared: 0, tooLittle: 12 });
  expect(pairsOf(stubs.slice(0, 3), weightOf, 0.5).pairs).toHaveLength(2);
});

test('equal functions are each paired with the first of them, and are one group', () => {
  const others = range(0, 12).map((n) => printed(`x${n}`, range(1000 * (n + 1), 20)));
  const equal = ['ada', 'bob', 'cleo'].map((id) => printed(id, range(0, 20)));
  const { pairs, groups } = pairsOf([...equal, ...others], weightOf, 0.5);
  expect(pairs.map(({ left, right }) => `${left} ${right}`)).toEqual(['ada bob', 'ada cleo']);
  expect(groups).toEqual([['ada', 'bob', 'cleo']]);
});

test('pairs and groups are in the order in which people count', () => {
  const equal = ['s1', 's10', 's2'].map((id) => printed(id, range(0, 20)));
  const others = range(0, 12).map((n) => printed(`x${n}`, range(1000 * (n + 1), 20)));
  const { pairs, groups } = pairsOf([...equal, printed('s3', range(0, 19)), ...others], weightOf, 0.5);
  expect(pairs.map(({ left, right }) => `${left} ${right}`)).toEqual(['s1 s2', 's1 s10', 's1 s3']);
  expect(groups).toEqual([['s1', 's2', 's3', 's10']]);
});

test('a group goes by way of others, and two are none', () => {
  const groups = new Groups();
  for (const [left = '', right = ''] of ['cd', 'ab', 'bc', 'xy']) groups.join(left, right);
  expect(groups.list()).toEqual([['a', 'b', 'c', 'd']]);
});

test('of very many pairs the most similar are kept, and the others are counted', () => {
  const own = range(0, 400).map((n) => printed(`s${n}`, [...range(0, 30), 1000 + n]));
  const others = range(0, 500).map((n) => printed(`x${n}`, range(10_000 + 100 * n, 20)));
  const { pairs, more, groups } = pairsOf([...own, ...others], weightOf, 0.5);
  expect([pairs.length, more, groups[0]?.length]).toEqual([2000, (400 * 399) / 2 - 2000, 400]);
});

test('a function that holds too little is not compared', () => {
  const few = LEAST_WEIGHT / WEIGHT - 1;
  const functions = [printed('ada', range(0, few)), printed('bob', range(0, few))];
  expect(pairsOf(functions, weightOf, 0.3)).toMatchObject({ pairs: [], compared: 0, tooLittle: 2 });
});

test('looking up the rarest fingerprints finds every pair that comparing all with all finds', () => {
  const sets = fc.array(fc.uniqueArray(fc.nat(40), { minLength: 6, maxLength: 14 }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(sets, fc.double({ min: 0.3, max: 0.9, noNaN: true }), (lists, threshold) => {
      const weigh = (hash: number): number => 300 + 13 * (hash % 7);
      const functions = lists.map((list, n) => printed(`s${n}`, list));
      const sum = (hashes: readonly number[]): number => hashes.reduce((total, hash) => total + weigh(hash), 0);
      const distinct = new Map(functions.map((each) => [each.hashes.join(), each]));
      const all = [...distinct.values()].filter(({ hashes }) => sum([...hashes]) >= LEAST_WEIGHT);
      const expected = all.flatMap((a, i) =>
        all.slice(i + 1).filter((b) => {
          const shared = [...a.hashes].filter((hash) => b.hashes.includes(hash));
          return similarity(sum(shared), sum([...a.hashes]), sum([...b.hashes])) >= threshold;
        }),
      );
      const { pairs } = pairsOf(functions, weigh, threshold);
      expect(pairs.filter(({ similarity: alike }) => alike < 1)).toHaveLength(expected.length);
    }),
    { seed: 11, numRuns: 500 },
  );
});
