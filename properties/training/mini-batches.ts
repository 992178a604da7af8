import fc from 'fast-check';
import { miniBatches as reference } from '../../reference/training/mini-batches.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './mini-batches.misconceptions.ts';

export type MiniBatches = (indices: Vector, batchSize: number) => number[][];

const batches: fc.Arbitrary<[Vector, number]> = fc
  .tuple(
    fc.nat(12),
    fc.shuffledSubarray(
      Array.from({ length: 12 }, (_, i) => i),
      { minLength: 12 },
    ),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([n, order, batchSize]) => [order.filter((i) => i < n), batchSize]);

export const miniBatches: Entry<MiniBatches> = {
  id: 'miniBatches',
  lecture: 4,
  title: 'Mini-batches',
  latex: String.raw`\text{batch}_k = (a_{kb}, \dots, a_{\min(kb + b, n) - 1}), \quad k = 0, \dots, \lceil n / b \rceil - 1`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 8.1.3', 'Lecture 4'],
  parameters: { indices: is.vector({ mayBeEmpty: true }), batchSize: is.integer(1) },
  result: is.list(is.vector({ written: 'number[]' })),

  reference,

  inputs: batches,

  edges: {
    'no indices': [[], 3],
    'an index twice': [[1, 0, 1, 2, 0], 2],
    'one index': [[0], 1],
    'batches of one': [[2, 0, 1], 1],
    'one batch': [[2, 0, 1], 3],
    'a batch larger than the data': [[2, 0, 1], 5],
    'the last one short': [[3, 1, 4, 0, 2], 3],
    'the last one alone': [[6, 3, 1, 4, 0, 2, 5], 3],
    'all full': [[3, 1, 4, 0, 2, 5], 2],
  },
  illegal: {
    'batch size 0': { args: [[1, 2], 0], names: 'batchSize' },
    'batch size negative': { args: [[1, 2], -2], names: 'batchSize' },
    'batch size not whole': { args: [[1, 2], 1.5], names: 'batchSize' },
  },
  hardCases: {
    'no indices': (indices) => indices.length === 0,
    'the last one short, after others': (indices, size) => indices.length > size && indices.length % size !== 0,
    'two or more, all full': (indices, size) => size > 1 && indices.length > size && indices.length % size === 0,
    'batches of one': (indices, size) => size === 1 && indices.length > 1,
    'a batch larger than the data': (indices, size) => indices.length > 0 && indices.length < size,
    'three or more batches of two or more': (indices, size) => size > 1 && indices.length > 2 * size,
  },

  worked: [
    {
      name: 'five in twos',
      origin: 'by hand: two full batches and what is left',
      args: [[4, 1, 3, 0, 2], 2],
      expected: [[4, 1], [3, 0], [2]],
    },
    {
      name: 'six in threes',
      origin: 'by hand: two full batches',
      args: [[5, 1, 3, 0, 2, 4], 3],
      expected: [
        [5, 1, 3],
        [0, 2, 4],
      ],
    },
  ],

  laws: [
    law(
      'the batches one after another are the indices',
      fc.tuple(batches),
      async (miniBatches, [indices, batchSize]) => {
        expectClose((await miniBatches(indices, batchSize)).flat(), indices, 0);
      },
    ),
    law(
      'every batch but the last is full, and the last is not empty',
      fc.tuple(batches),
      async (miniBatches, drawn) => {
        const [indices, batchSize] = drawn;
        const sizes = (await miniBatches(indices, batchSize)).map((batch) => batch.length);
        expectThat(
          sizes.every((size, k) => (k < sizes.length - 1 ? size === batchSize : size >= 1 && size <= batchSize)),
          `${indices.length} indices in batches of ${batchSize} gave batches of ${sizes.join(', ')}`,
        );
      },
    ),
    law('behind the first batch come the batches of the rest', fc.tuple(batches), async (miniBatches, drawn) => {
      const [indices, batchSize] = drawn;
      const [first, ...more] = await miniBatches(indices, batchSize);
      if (indices.length === 0) return expectThat(first === undefined, 'no indices make no batch');
      expectClose(first, indices.slice(0, batchSize), 0);
      expectClose(more, await miniBatches(indices.slice(batchSize), batchSize), 0);
    }),
    law('a batch size of at least all makes one batch', fc.tuple(batches), async (miniBatches, [indices, more]) => {
      const all = [...indices, 12];
      expectClose(await miniBatches(all, all.length + more - 1), [all], 0);
    }),
  ],

  misconceptions,

  rounding: (r, indices, batchSize) => {
    const batches: (typeof indices)[] = [];
    for (let rest = indices; rest.length > 0; rest = rest.slice(batchSize.value)) {
      batches.push(rest.slice(0, batchSize.value).map(({ value }) => r.exact(value)));
    }
    return batches;
  },
};
