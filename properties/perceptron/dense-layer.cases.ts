import type { Entry } from '../entry/entry.ts';
import { variedMatrix, variedVector } from '../inputs/varied.ts';
import type { DenseLayer } from './dense-layer.ts';

export const edges: Entry<DenseLayer>['edges'] = {
  'seven samples, six inputs, five units': [variedMatrix(7, 6), variedMatrix(6, 5, 4), variedVector(5, 11), 'tanh'],
  'drives of 9 and 10': [
    [[3, 10]],
    [
      [3, 0],
      [0, 1],
    ],
    [0, 0],
    'relu',
  ],
  'one of everything': [[[1.5]], [[-2]], [0.75], 'tanh'],
  'activation absent': [
    [[1.5, -0.5]],
    [
      [2, 1, -1],
      [0.5, 3, 2],
    ],
    [0.25, -1, 4],
  ],
  'square weights, not symmetric': [
    [
      [1, 2],
      [-0.5, 3],
    ],
    [
      [2, -1],
      [0.5, 4],
    ],
    [0.25, -1],
    'identity',
  ],
  'square weights under sigmoid': [
    [
      [1, 2],
      [-0.5, 3],
    ],
    [
      [0.25, -1],
      [0.5, 0.75],
    ],
    [0.25, -1],
    'sigmoid',
  ],
  'drives of 0': [
    [
      [1, 2],
      [0, 0],
    ],
    [
      [2, -2],
      [-1, 1],
    ],
    [0, 0],
    'relu',
  ],
  'drives on both sides of 0': [[[1], [-1]], [[2, -3]], [0.5, 0.5], 'relu'],
  'the bias decides the sign': [[[1], [-1]], [[1, -1]], [-3, 3], 'relu'],
  'nothing but biases': [
    [[0, 0, 0]],
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    [1.5, -1.5],
    'tanh',
  ],
  'drives of 9 under sigmoid': [
    [[9, -9]],
    [
      [1, 0],
      [0, 1],
    ],
    [0, 0],
    'sigmoid',
  ],
  saturated: [
    [[8, -8]],
    [
      [6, -6],
      [-6, 6],
    ],
    [1, 1],
    'sigmoid',
  ],
  decimals: [[[0.1, -0.7]], [[0.3], [1.1]], [0.9]],
};

export const illegal: Entry<DenseLayer>['illegal'] = {
  'more columns in x than rows in w': { args: [[[1, 2, 3]], [[1], [2]], [0]], names: 'w' },
  'fewer columns in x than rows in w': { args: [[[1]], [[1], [2]], [0]], names: 'w' },
  'a bias too few': {
    args: [
      [[1, 2]],
      [
        [1, 2],
        [3, 4],
      ],
      [0],
    ],
    names: 'b',
  },
  'a bias too many': { args: [[[1, 2]], [[1], [3]], [0, 0]], names: 'b' },
};

export const worked: Entry<DenseLayer>['worked'] = [
  {
    name: 'two inputs, two units',
    origin: 'by hand: 1·3 + 2·5 + 10, 1·4 + 2·6 + 20',
    args: [
      [[1, 2]],
      [
        [3, 4],
        [5, 6],
      ],
      [10, 20],
    ],
    expected: [[23, 36]],
  },
  {
    name: 'sigmoid of ln 3 and of -ln 3',
    origin: 'by hand: 1/(1 + 1/3), 1/(1 + 3)',
    args: [[[1], [-1]], [[Math.log(3)]], [0], 'sigmoid'],
    expected: [[0.75], [0.25]],
  },
  {
    name: 'tanh of ln 2, from the bias alone',
    origin: 'by hand: (2 - 1/2)/(2 + 1/2)',
    args: [[[0, 0]], [[7], [9]], [Math.log(2)], 'tanh'],
    expected: [[0.6]],
  },
  {
    name: 'relu of a drive that the bias takes below 0',
    origin: 'by hand: 2 - 3 and -1·4 + 5',
    args: [
      [
        [1, 0],
        [0, -1],
      ],
      [[2], [4]],
      [-3],
      'relu',
    ],
    expected: [[0], [0]],
  },
  {
    name: 'relu of a drive that the bias takes above 0',
    origin: 'by hand: -2 + 5',
    args: [[[-1]], [[2]], [5], 'relu'],
    expected: [[3]],
  },
];
