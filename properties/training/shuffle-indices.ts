import fc from 'fast-check';
import { shuffleIndices as reference } from '../../reference/training/shuffle-indices.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './shuffle-indices.misconceptions.ts';

export type ShuffleIndices = (n: number, random: Vector) => Vector;

/** Numbers of 0 to below 1 with 24 bits; eighths among them make products whole. */
const draw: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.nat(2 ** 24 - 1).map((k) => k / 2 ** 24), weight: 3 },
  { arbitrary: fc.nat(7).map((k) => k / 8), weight: 1 },
);

function inputsFrom(least: number): fc.Arbitrary<[number, Vector]> {
  return fc
    .tuple(fc.integer({ min: least, max: 8 }), fc.array(draw, { minLength: 8, maxLength: 8 }))
    .map(([n, drawn]) => [n, drawn.slice(0, Math.max(n - 1, 0))]);
}

export const shuffleIndices: Entry<ShuffleIndices> = {
  id: 'shuffleIndices',
  lecture: 4,
  title: 'Shuffled indices',
  latex: String.raw`\text{for } i = n-1, \dots, 1: \quad j = \lfloor u_{n-1-i} \, (i + 1) \rfloor, \quad a_i \leftrightarrow a_j`,
  source: ['Knuth (1997), The Art of Computer Programming, volume 2, section 3.4.2, algorithm P', 'Lecture 4'],
  parameters: { n: is.integer(0), random: is.vector({ mayBeEmpty: true, element: { least: 0, below: 1 } }) },
  result: is.vector(),

  reference,

  inputs: inputsFrom(0),

  edges: {
    nothing: [0, []],
    'one index': [1, []],
    'two, swapped': [2, [0.25]],
    'two, kept': [2, [0.5]],
    'zeros alone': [6, [0, 0, 0, 0, 0]],
    'all but 1': [6, Array.from({ length: 5 }, () => 1 - 2 ** -24)],
    'a dozen': [12, Array.from({ length: 11 }, (_, k) => (k % 4) / 4 + 1 / 8)],
    'whole products': [4, [0.25, Math.fround(1 / 3), 0.5]],
  },
  illegal: {
    'too few numbers': { args: [3, [0.5]], names: 'random' },
    'too many numbers': { args: [1, [0.5]], names: 'random' },
  },
  hardCases: {
    nothing: (n) => n === 0,
    'one index': (n) => n === 1,
    'five or more': (n) => n >= 5,
    'an index stays when its turn comes': (n, random) => random.some((u, k) => Math.floor(u * (n - k)) === n - k - 1),
    'a whole product': (n, random) => random.some((u, k) => u > 0 && Number.isInteger(u * (n - k))),
    'a zero': (_n, random) => random.includes(0),
  },

  worked: [
    {
      name: 'four indices',
      origin: 'by hand: 3 with 1, then 2 with 1 of [0, 3, 2, 1], then 1 with 0 of [0, 2, 3, 1]',
      args: [4, [0.25, 0.5, 0.25]],
      expected: [2, 0, 3, 1],
    },
    {
      name: 'what may stay stays',
      origin: 'by hand: j = 3, 2 and 1, each its own place',
      args: [4, [0.75, 0.75, 0.5]],
      expected: [0, 1, 2, 3],
    },
    {
      name: 'zeros turn the indices by one place',
      origin: 'by hand: 3, 2 and 1 in turn change places with the first',
      args: [4, [0, 0, 0]],
      expected: [1, 2, 3, 0],
    },
  ],

  laws: [
    law('every index comes exactly once', fc.tuple(inputsFrom(0)), async (shuffle, [n, random]) => {
      const sorted = [...(await shuffle(n, random))].sort((a, b) => a - b);
      expectClose(sorted, upTo(n), 0);
    }),
    law(
      'all n! permutations come, each from one way to draw',
      fc.tuple(fc.constantFrom(2, 3, 4)),
      async (shuffle, n) => {
        const seen = new Set<string>();
        const ways = upTo(n - 1).reduce<Vector[]>(
          (all, k) => all.flatMap((random) => upTo(n - k).map((j) => [...random, (j + 0.5) / (n - k)])),
          [[]],
        );
        for (const random of ways) seen.add((await shuffle(n, random)).join());
        expectThat(seen.size === ways.length, `${ways.length} ways to draw gave ${seen.size} permutations of ${n}`);
      },
    ),
    law('the first number decides what comes last', fc.tuple(inputsFrom(2)), async (shuffle, [n, random]) => {
      const got = await shuffle(n, random);
      expectClose(got[n - 1], Math.floor(nth(random, 0) * n), 0);
    }),
    law('after the first swap the rest is shuffled alike', fc.tuple(inputsFrom(2)), async (shuffle, [n, random]) => {
      const j = Math.floor(nth(random, 0) * n);
      const swapped = upTo(n).map((i) => (i === n - 1 ? j : i === j ? n - 1 : i));
      const rest = await shuffle(n - 1, random.slice(1));
      expectClose(await shuffle(n, random), [...rest.map((i) => nth(swapped, i)), j], 0);
    }),
    law('numbers just below 1 change nothing', fc.tuple(fc.integer({ min: 0, max: 9 })), async (shuffle, n) => {
      const random = upTo(Math.max(n - 1, 0)).map(() => 1 - 2 ** -24);
      expectClose(await shuffle(n, random), upTo(n), 0);
    }),
  ],

  misconceptions,

  rounding: (r, n, random) => {
    // Drawing the last of those left, again and again, is the same shuffle; whole numbers have no rounding.
    const left = upTo(n.value);
    const drawn: Vector = [];
    for (const u of random) {
      const j = Math.floor(u.value * left.length);
      drawn.unshift(nth(left, j));
      left[j] = nth(left, left.length - 1);
      left.pop();
    }
    return [...left, ...drawn].map((index) => r.exact(index));
  },
};

function upTo(n: number): Vector {
  return Array.from({ length: n }, (_, i) => i);
}
