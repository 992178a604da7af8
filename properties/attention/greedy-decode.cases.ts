import type { Entry } from '../entry/entry.ts';
import type { Matrix } from '../values/value.ts';
import type { GreedyDecode } from './greedy-decode.ts';

/** 0, 1, 2, 3 and again from 0. */
const chain: Matrix = [
  [-3, -1, -2, -4],
  [-4, -3, -1, -2],
  [-2, -4, -3, -1],
  [-1, -2, -3, -4],
];

export const edges: Entry<GreedyDecode>['edges'] = {
  'two tokens, straight to the end': [
    [
      [-2, -0.5],
      [-1, -1],
    ],
    0,
    1,
    4,
  ],
  'a loop of one token': [
    [
      [-0.5, -1],
      [-1, -2],
    ],
    0,
    1,
    4,
  ],
  'maxLength 1': [chain, 0, 3, 1],
  'the end is the last token allowed': [chain, 0, 3, 3],
  'one token short of the end': [chain, 0, 3, 2],
  'the end is token 0': [chain, 1, 0, 9],
  'the start comes again': [chain, 2, 1, 9],
  'all tied': [
    [
      [-1, -1, -1],
      [-1, -1, -1],
      [-1, -1, -1],
    ],
    1,
    2,
    3,
  ],
  'a tie with the end': [
    [
      [-2, -1, -1],
      [-1, -3, -1],
      [-1, -1, -1],
    ],
    0,
    2,
    4,
  ],
  'rows that are not distributions': [
    [
      [-5, -2, -8],
      [-8, -9, -7.5],
      [0, 0, 0],
    ],
    2,
    1,
    4,
  ],
};

export const worked: Entry<GreedyDecode>['worked'] = [
  {
    name: 'a chain to the end',
    origin: 'by hand: after 0 the largest is at 1, after 1 at 2, after 2 at 3, the end',
    args: [chain, 0, 3, 10],
    expected: [1, 2, 3],
  },
  {
    name: 'cut at maxLength',
    origin: 'by hand: as above, two tokens long',
    args: [chain, 0, 3, 2],
    expected: [1, 2],
  },
  {
    name: 'ties',
    origin: 'by hand: after 0 the tokens 1 and 2 are alike, after 1 the tokens 0 and 2: the lower ones, in turn',
    args: [
      [
        [-2, -1, -1],
        [-1, -2, -1],
        [-1, -1, -1],
      ],
      0,
      2,
      4,
    ],
    expected: [1, 0, 1, 0],
  },
];
