import type { Entry } from '../entry/entry.ts';
import type { Matrix } from '../values/value.ts';
import type { BeamSearch } from './beam-search.ts';

/** Token 1 looks best after 0, and everything after it is improbable. */
const trap: Matrix = [
  [-4, -0.5, -1, -5],
  [-3, -2.5, -2.75, -2.25],
  [-4.5, -3.5, -4.25, -0.25],
  [-1, -1.5, -2, -3],
];
/** After 0 the end, 2, is the second best; the loop of 1 goes on cheaply. */
const loop: Matrix = [
  [-4, -0.25, -1.75],
  [-3.5, -0.5625, -4],
  [-1, -1, -2],
];
/** What comes after 1 is better at first than 2 0, which has the best third token. */
const detour: Matrix = [
  [-6, -0.125, -0.5, -5],
  [-5.5, -1.25, -1.375, -6],
  [-1.5, -5.75, -6, -5],
  [-1, -1, -1, -1],
];

export const edges: Entry<BeamSearch>['edges'] = {
  'an ended one waits and wins': [loop, 0, 2, 5, 2],
  'an ended one waits and loses': [loop, 0, 2, 3, 2],
  'an ended one waits among three': [loop, 0, 2, 4, 3],
  'one of everything': [
    [
      [-0.25, -1.25],
      [-1.5, -0.5],
    ],
    1,
    0,
    1,
    1,
  ],
  'width 1': [trap, 0, 3, 4, 1],
  'wider than there are sequences': [trap, 0, 3, 2, 99],
  'as wide as there are tokens': [trap, 0, 3, 3, 4],
  'wider than there are tokens, and all of it is needed': [
    [
      [-1.5, -2.25, -4],
      [-1, -2.75, -4],
      [-4, -2.75, -2.75],
    ],
    0,
    2,
    4,
    4,
  ],
  'the best of all is dropped on the way': [detour, 0, 3, 3, 2],
  'two that have come to the same token both stay': [
    [
      [-2.75, -0.75, -6, -5.5],
      [-3.5, -3, -6, -5.5],
      [-2, -0.25, -1.25, -4.5],
      [-3, -4, -3, -1.5],
    ],
    0,
    3,
    3,
    2,
  ],
  'maxLength 1': [trap, 0, 3, 1, 2],
  'the end comes first': [
    [
      [-4, -2, -0.25],
      [-1, -1.25, -3],
      [-1, -2, -3],
    ],
    0,
    2,
    4,
    2,
  ],
  'the end is token 0': [trap, 2, 0, 4, 2],
  'the best has not ended': [
    [
      [-1, -0.125, -6],
      [-0.25, -2, -7],
      [-1, -1, -1],
    ],
    0,
    2,
    3,
    3,
  ],
  'an ended one dropped later': [
    [
      [-3, -0.25, -1.5],
      [-0.125, -0.5, -4],
      [-1, -1, -1],
    ],
    0,
    2,
    3,
    2,
  ],
};

export const illegal: Entry<BeamSearch>['illegal'] = {
  'width 0': {
    args: [
      [
        [-1, -2],
        [-2, -1],
      ],
      0,
      1,
      3,
      0,
    ],
    names: 'width',
  },
  'width negative': {
    args: [
      [
        [-1, -2],
        [-2, -1],
      ],
      0,
      1,
      3,
      -2,
    ],
    names: 'width',
  },
  'width not whole': {
    args: [
      [
        [-1, -2],
        [-2, -1],
      ],
      0,
      1,
      3,
      1.5,
    ],
    names: 'width',
  },
  'start beyond the last token': {
    args: [
      [
        [-1, -2],
        [-2, -1],
      ],
      2,
      0,
      3,
      1,
    ],
    names: 'start',
  },
  'end the same as start': {
    args: [
      [
        [-1, -2],
        [-2, -1],
      ],
      1,
      1,
      3,
      1,
    ],
    names: 'end',
  },
  'more columns than rows': {
    args: [
      [
        [-1, -2, -3],
        [-2, -1, -3],
      ],
      0,
      1,
      3,
      1,
    ],
    names: 'logProbabilities',
  },
};

export const worked: Entry<BeamSearch>['worked'] = [
  {
    name: 'a greedy trap',
    origin:
      'by hand: 1 (-0.5) and 2 (-1) are kept; 2 then 3, the end, is -1.25, the best after 1 is -0.5 - 2.25 = -2.75',
    args: [trap, 0, 3, 4, 2],
    expected: { tokens: [2, 3], score: -1.25 },
  },
  {
    name: 'the same, width 1',
    origin: 'by hand: 1 (-0.5), after it 3, the end (-2.25)',
    args: [trap, 0, 3, 4, 1],
    expected: { tokens: [1, 3], score: -2.75 },
  },
  {
    name: 'an ended one waits and wins',
    origin: 'by hand: 1 (-0.25) and the end (-1.75) are kept; 1 1 1 1 1 is -0.25 - 4 0.5625 = -2.5, less than -1.75',
    args: [loop, 0, 2, 5, 2],
    expected: { tokens: [2], score: -1.75 },
  },
  {
    name: 'an ended one waits and loses',
    origin: 'by hand: the same with 3 tokens: 1 1 1 is -0.25 - 2 0.5625 = -1.375, more than -1.75',
    args: [loop, 0, 2, 3, 2],
    expected: { tokens: [1, 1, 1], score: -1.375 },
  },
  {
    name: 'the best of all is dropped on the way',
    origin:
      'by hand: 1 (-0.125) and 2 (-0.5), then 1 1 (-1.375) and 1 2 (-1.5), not 2 0 (-2); 1 1 1 is -2.625, though 2 0 1 is -2.125',
    args: [detour, 0, 3, 3, 2],
    expected: { tokens: [1, 1, 1], score: -2.625 },
  },
];
