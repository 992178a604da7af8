import type { Entry } from '../entry/entry.ts';
import type { PaddedBatch } from './padded-batch.ts';

export const edges: Entry<PaddedBatch>['edges'] = {
  'one of everything': [[[[1.5]]]],
  'one sequence': [
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ],
  'equal lengths': [
    [
      [[1], [2]],
      [[3], [4]],
    ],
    { value: 7 },
  ],
  'the longest first': [[[[1], [2], [3]], [[4]], [[5], [6]]], { value: -1 }],
  'the longest last': [[[[4]], [[5], [6]], [[1], [2], [3]]]],
  'options empty': [[[[4]], [[5], [6]]], {}],
  'the value among the data': [
    [
      [[9], [0]],
      [[9], [9], [0]],
    ],
    { value: 9 },
  ],
  'three of everything': [
    [
      [[1, 2, 3]],
      [
        [4, 5, 6],
        [7, 8, 9],
        [1, 3, 5],
      ],
      [
        [2, 4, 6],
        [8, 1, 2],
      ],
    ],
    { value: 0.5 },
  ],
  decimals: [[[[0.1], [0.2]], [[0.3]]], { value: -0.7 }],
};

export const illegal: Entry<PaddedBatch>['illegal'] = {
  'more features in the second': { args: [[[[1]], [[1, 2]]]], names: 'sequences[1]' },
  'fewer features in the last': { args: [[[[1, 2]], [[3, 4]], [[5]]]], names: 'sequences[2]' },
};

export const hardCases: Entry<PaddedBatch>['hardCases'] = {
  'one sequence': (sequences) => sequences.length === 1,
  'equal lengths': (sequences) => sequences.length > 1 && new Set(sequences.map((steps) => steps.length)).size === 1,
  'the longest first': (sequences) => sequences.slice(1).some((steps) => steps.length < (sequences[0]?.length ?? 0)),
  'the longest last': (sequences) => sequences.some((steps) => steps.length < (sequences.at(-1)?.length ?? 0)),
  'three lengths or more': (sequences) => new Set(sequences.map((steps) => steps.length)).size > 2,
  'one step alone': (sequences) => sequences.length > 1 && sequences.some((steps) => steps.length === 1),
  'as many sequences as features, above 1': (sequences) =>
    sequences.length > 1 && sequences.length === sequences[0]?.[0]?.length,
  'an entry of 0': (sequences) => sequences.flat(2).includes(0),
  'a value that is not 0, and padding': (sequences, options) =>
    (options?.value ?? 0) !== 0 && new Set(sequences.map((steps) => steps.length)).size > 1,
};

export const worked: Entry<PaddedBatch>['worked'] = [
  {
    name: 'two and one',
    origin: 'by hand: one step of 9 follows the shorter',
    args: [[[[1], [2]], [[3]]], { value: 9 }],
    expected: {
      x: [
        [[1], [2]],
        [[3], [9]],
      ],
      mask: [
        [1, 1],
        [1, 0],
      ],
    },
  },
  {
    name: 'zeros by default',
    origin: 'by hand',
    args: [
      [
        [[1, 2]],
        [
          [3, 4],
          [5, 6],
          [7, 8],
        ],
      ],
    ],
    expected: {
      x: [
        [
          [1, 2],
          [0, 0],
          [0, 0],
        ],
        [
          [3, 4],
          [5, 6],
          [7, 8],
        ],
      ],
      mask: [
        [1, 0, 0],
        [1, 1, 1],
      ],
    },
  },
];
