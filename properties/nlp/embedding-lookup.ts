import fc from 'fast-check';
import { embeddingLookupGradient, embeddingLookup as reference } from '../../reference/nlp/embedding-lookup.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Sequence } from '../values/value.ts';
import { misconceptions } from './embedding-lookup.misconceptions.ts';

export type EmbeddingLookup = (table: Matrix, ids: number[][]) => Sequence;

const ids = fc.oneof(
  { arbitrary: fc.array(fc.nat(59), { minLength: 12, maxLength: 12 }), weight: 4 },
  { arbitrary: fc.nat(59).map((id) => [id]), weight: 1 },
);

/** Tables of up to 5 tokens, and up to 12 places: ids repeat, and some tokens do not occur. */
const inputs: fc.Arbitrary<[table: Matrix, ids: number[][]]> = fc
  .tuple(size(5), size(4), size(3), size(4), numbers(undefined, 20), ids)
  .map(([V, D, N, T, drawn, places]) => [
    take(drawn).matrix(V, D),
    take(places)
      .matrix(N, T)
      .map((row) => row.map((id) => id % V)),
  ]);

const occurs = (id: number, ids: Matrix): boolean => ids.some((row) => row.includes(id));

export const embeddingLookup: Entry<EmbeddingLookup> = {
  id: 'embeddingLookup',
  lecture: 10,
  title: 'Embedding lookup',
  latex: String.raw`y_{ntd} = E_{i_{nt}, d}`,
  source: ['Jurafsky, Martin (2023), Speech and Language Processing, 3rd edition draft, section 7.5', 'Lecture 10'],
  parameters: { table: is.matrix(), ids: is.matrix({ element: { least: 0 }, written: 'number[][]' }) },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/nlp/embedding-lookup.ts'),
  gradient: { wrt: ['table'], reference: embeddingLookupGradient },

  inputs,

  edges: {
    'one of everything': [[[-1.5]], [[0]]],
    'one token in the table': [
      [[0.5, -2]],
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
    'the last token': [[[1], [2], [4]], [[2]]],
    'every token, backwards': [
      [
        [1, -1],
        [2, -2],
        [4, -4],
      ],
      [[2, 1, 0]],
    ],
    'as many texts as tokens in each': [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [
        [1, 0],
        [1, 1],
      ],
    ],
    'as many tokens in the table as numbers of each': [
      [
        [1, 2],
        [3, 4],
      ],
      [[1, 1, 0]],
    ],
  },
  illegal: {
    'an id too large': { args: [[[1], [2]], [[0, 2]]], names: 'ids[0][1]' },
    'a negative id': {
      args: [
        [[1], [2]],
        [[1], [-1]],
      ],
      names: 'ids[1][0]',
    },
    'an id that is not whole': { args: [[[1], [2]], [[0.5]]], names: 'ids[0][0]' },
  },
  hardCases: {
    'a token twice': (_, ids) => new Set(ids.flat()).size < ids.flat().length,
    'a token twice in a text, with others': (table, ids) =>
      table.length > 1 && ids.some((row) => new Set(row).size < row.length && new Set(row).size > 1),
    'a token that does not occur': (table, ids) => table.some((_, id) => !occurs(id, ids)),
    'the last token': (table, ids) => table.length > 1 && occurs(table.length - 1, ids),
    'not the first token': (_, ids) => !occurs(0, ids),
    'one token in the table': (table) => table.length === 1,
    'one number for each token': (table) => table[0]?.length === 1,
    'one text': (_, ids) => ids.length === 1,
    'one token in each text': (_, ids) => ids[0]?.length === 1,
    'as many texts as tokens in each': (_, ids) => ids.length > 1 && ids.length === ids[0]?.length,
    'as many tokens in the table as numbers of each': (table) => table.length > 1 && table.length === table[0]?.length,
  },

  worked: [
    {
      name: 'a token twice',
      origin: 'by hand: rows 2, 0 and 2',
      args: [
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        [[2, 0, 2]],
      ],
      expected: [
        [
          [5, 6],
          [1, 2],
          [5, 6],
        ],
      ],
    },
    {
      name: 'two texts',
      origin: 'by hand: rows 1, 1 and 2 for the first, rows 2, 1 and 1 for the second',
      args: [
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        [
          [1, 1, 2],
          [2, 1, 1],
        ],
      ],
      expected: [
        [
          [3, 4],
          [3, 4],
          [5, 6],
        ],
        [
          [5, 6],
          [3, 4],
          [3, 4],
        ],
      ],
    },
  ],

  laws: [
    sampleIndependence<EmbeddingLookup>(
      inputs.map(([table, ids]) => [table, ids]),
      { batched: [1] },
    ),
    law('the tokens in their order give the table', fc.tuple(inputs), async (lookup, [table]) => {
      const inOrder = [table.map((_, id) => id)];
      expectClose(await lookup(table, inOrder), [table], lookup.allowed(table, inOrder));
    }),
    law('a table that holds the number of each token gives the ids', fc.tuple(inputs), async (lookup, [table, ids]) => {
      const numbered = table.map((_, id) => [id]);
      expectClose(
        await lookup(numbered, ids),
        ids.map((row) => row.map((id) => [id])),
        0,
      );
    }),
    law('equal tokens have equal vectors', fc.tuple(inputs), async (lookup, [table, ids]) => {
      const vectors = (await lookup(table, ids)).flat();
      const tokens = ids.flat();
      for (const [k, vector] of vectors.entries()) {
        expectClose(vector, nth(vectors, tokens.indexOf(nth(tokens, k))), 0);
      }
    }),
    law('tokens that do not occur do not matter', fc.tuple(inputs), async (lookup, [table, ids]) => {
      const other = table.map((row, id) => (occurs(id, ids) ? row : row.map((x) => x + 1)));
      expectClose(await lookup(other, ids), await lookup(table, ids), 0);
    }),
    law('the result has the shape of the ids, and a vector for each', fc.tuple(inputs), async (lookup, drawn) => {
      const [table, ids] = drawn;
      const result = await lookup(table, ids);
      expectThat(
        result.length === ids.length &&
          result.every(
            (steps, n) => steps.length === ids[n]?.length && steps.every((row) => row.length === table[0]?.length),
          ),
        `got ${JSON.stringify(result)}`,
      );
    }),
  ],

  misconceptions,

  rounding: (_, table, ids) => ids.map((row) => row.map((id) => [...nth(table, id.value)])),
};
