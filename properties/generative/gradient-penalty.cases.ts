import type { Entry } from '../entry/entry.ts';
import { variedMatrix, variedVector } from '../inputs/varied.ts';
import type { Critic, GradientPenalty } from './gradient-penalty.ts';

const small: Critic = {
  w1: [
    [1, -0.5],
    [0.25, 2],
  ],
  b1: [0.5, -0.25],
  w2: [1, -2],
};

export const edges: Entry<GradientPenalty>['edges'] = {
  'one of everything': [[[0.5]], [[-1.25]], [0.25], { w1: [[0.75]], b1: [-0.5], w2: [1.5] }],
  'two samples': [
    [
      [1, -2],
      [0.5, 1],
    ],
    [
      [0, 1],
      [-1, 2],
    ],
    [0.25, 0.75],
    small,
  ],
  'the real samples': [
    [
      [1, -2],
      [0.5, 1],
    ],
    [
      [0, 1],
      [-1, 2],
    ],
    [1, 1],
    small,
  ],
  'the generated samples': [
    [
      [1, -2],
      [0.5, 1],
    ],
    [
      [0, 1],
      [-1, 2],
    ],
    [0, 0],
    small,
  ],
  'no weights behind the units': [[[1, -2]], [[0, 1]], [0.5], { ...small, w2: [0, 0] }],
  'no weights before the units': [
    [[1, -2]],
    [[0, 1]],
    [0.5],
    {
      ...small,
      w1: [
        [0, 0],
        [0, 0],
      ],
    },
  ],
  'a slope of exactly 1': [[[0]], [[0]], [0.5], { w1: [[2]], b1: [0], w2: [0.5] }],
  'three units, one feature': [
    [[1], [0.5]],
    [[-1], [2]],
    [0.5, 0.125],
    { w1: [[1, -1, 0.5]], b1: [0, 0.5, -1], w2: [2, 1, -1] },
  ],
  'four samples of three': [
    variedMatrix(4, 3),
    variedMatrix(4, 3, 5),
    [0.1, 0.4, 0.7, 0.9],
    { w1: variedMatrix(3, 5, 9), b1: variedVector(5, 2), w2: variedVector(5, 8) },
  ],
};

const [real, fake, u] = [[[1, 2]], [[0, 1]], [0.5]];

export const illegal: Entry<GradientPenalty>['illegal'] = {
  'generated samples of another shape': { args: [real, [[0]], u, small], names: 'fake' },
  'fewer shares than samples': {
    args: [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [0, 1],
        [1, 0],
      ],
      u,
      small,
    ],
    names: 'u',
  },
  'a share barely above 1': { args: [real, fake, [1 + 2 ** -21, ...u.slice(1)], small], names: 'u' },
  'weights for one feature': { args: [real, fake, u, { ...small, w1: [[1, 2]] }], names: 'critic.w1' },
  'weights for three units': {
    args: [
      real,
      fake,
      u,
      {
        ...small,
        w1: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
    ],
    names: 'critic.w1',
  },
  'a bias too few': { args: [real, fake, u, { ...small, b1: [1] }], names: 'critic.b1' },
};

export const worked: Entry<GradientPenalty>['worked'] = [
  {
    name: 'a slope of 3 and 4',
    origin: 'by hand: tanh has the slope 1 at 0, the norm of (3, 4) is 5, (5 - 1)^2',
    args: [[[0, 0]], [[0, 0]], [0.5], { w1: [[3], [4]], b1: [0], w2: [1] }],
    expected: 16,
  },
  {
    name: 'half way to ln 3, and at 0',
    origin: 'by hand: tanh of (ln 3)/2 is 1/2, its slope 3/4; slopes 4 times 3/4 and 4; ((3 - 1)^2 + (4 - 1)^2)/2',
    args: [[[Math.log(3)], [5]], [[0], [0]], [0.5, 0], { w1: [[1]], b1: [0], w2: [4] }],
    expected: 6.5,
  },
  {
    name: 'a quarter of the way, with a bias',
    origin: 'by hand: 1/4 8 + 3/4 0 = 2, 2 - 2 + (ln 3)/2; slope 3/4 of 1; (3/4 - 1)^2',
    args: [[[8]], [[0]], [0.25], { w1: [[1]], b1: [Math.log(3) / 2 - 2], w2: [1] }],
    expected: 0.0625,
  },
];
