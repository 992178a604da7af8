import type { Entry } from '../entry/entry.ts';
import { variedMatrix, variedVector } from '../inputs/varied.ts';
import type { DiffusionLoss } from './diffusion-loss.ts';

const IDENTITY = [
  [1, 0],
  [0, 1],
];

export const edges: Entry<DiffusionLoss>['edges'] = {
  'one element': [[[0.8125]], [[-0.875]], [0.25], { w: [[1.6875]], b: [0.6875] }],
  'one sample': [
    [[1, -2]],
    [[0.5, 1]],
    [0.5625],
    {
      w: [
        [1, 2],
        [-1, 0.5],
      ],
      b: [0.25, -1],
    },
  ],
  'one feature': [[[1], [-2], [0.5]], [[0.5], [1], [-1]], [0.25, 0.5, 0.75], { w: [[-1.5]], b: [0.5] }],
  'two rows of two': [
    [
      [2.625, -2.125],
      [0.125, -0.25],
    ],
    [
      [-3.8125, -2.5],
      [3.4375, -0.5],
    ],
    [0.75, 0.25],
    {
      w: [
        [0, 2],
        [-1, 0.5],
      ],
      b: [1, 0.25],
    },
  ],
  'no noise left': [
    [
      [1, 2],
      [3, -1],
    ],
    [
      [0.5, -1],
      [1, 2],
    ],
    [1, 1],
    { w: IDENTITY, b: [0.5, -0.5] },
  ],
  'nothing but noise': [
    [
      [1, 2],
      [3, -1],
    ],
    [
      [0.5, -1],
      [1, 2],
    ],
    [0, 0],
    {
      w: [
        [0.5, 1],
        [-1, 2],
      ],
      b: [0.5, -0.5],
    },
  ],
  'predicts nothing': [
    [[1, 2]],
    [[0.5, -1]],
    [0.5],
    {
      w: [
        [0, 0],
        [0, 0],
      ],
      b: [0, 0],
    },
  ],
  'four rows of three': [
    variedMatrix(4, 3),
    variedMatrix(4, 3, 5),
    [0.1, 0.4, 0.7, 0.9],
    { w: variedMatrix(3, 3, 9), b: variedVector(3, 2) },
  ],
};

const three = { x: [[1, 2]], noise: [[1, 2]], alphaBar: [0.5] };

export const illegal: Entry<DiffusionLoss>['illegal'] = {
  'noise of another shape': { args: [three.x, [[1]], three.alphaBar, { w: IDENTITY, b: [0, 0] }], names: 'noise' },
  'an alphaBar too many': { args: [three.x, three.noise, [0.5, 0.5], { w: IDENTITY, b: [0, 0] }], names: 'alphaBar' },
  'weights for one feature': {
    args: [three.x, three.noise, three.alphaBar, { w: [[1]], b: [0, 0] }],
    names: 'predictor.w',
  },
  'weights that are not square': {
    args: [three.x, three.noise, three.alphaBar, { w: [[1], [2]], b: [0, 0] }],
    names: 'predictor.w',
  },
  'a bias too many': {
    args: [three.x, three.noise, three.alphaBar, { w: IDENTITY, b: [0, 0, 0] }],
    names: 'predictor.b',
  },
};

export const worked: Entry<DiffusionLoss>['worked'] = [
  {
    name: 'one sample of two',
    origin:
      'by hand: x_t = 0.8 (5, -10) + 0.6 (10, 5) = (10, -5); predicted (10 + 1, -10 - 5 - 1); ((10 - 11)^2 + (5 + 16)^2)/2',
    args: [
      [[5, -10]],
      [[10, 5]],
      [0.64],
      {
        w: [
          [1, -1],
          [0, 1],
        ],
        b: [1, -1],
      },
    ],
    expected: 221,
  },
  {
    name: 'two samples of two, nothing predicted',
    origin: 'by hand: (1 + 4 + 9 + 16)/4',
    args: [
      [
        [5, 6],
        [7, 8],
      ],
      [
        [1, 2],
        [3, 4],
      ],
      [0.25, 0.75],
      {
        w: [
          [0, 0],
          [0, 0],
        ],
        b: [0, 0],
      },
    ],
    expected: 7.5,
  },
  {
    name: 'two samples of one, the sample handed on',
    origin: 'by hand: x_t = (10, 10) of 0.8 5 + 0.6 10 and 0.6 10 + 0.8 5; ((10 - 10)^2 + (5 - 10)^2)/2',
    args: [[[5], [10]], [[10], [5]], [0.64, 0.36], { w: [[1]], b: [0] }],
    expected: 12.5,
  },
];
