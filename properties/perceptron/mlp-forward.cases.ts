import type { Entry } from '../entry/entry.ts';
import type { MlpForward } from './mlp-forward.ts';

export const edges: Entry<MlpForward>['edges'] = {
  'no layers': [
    [
      [1.5, -2],
      [0.5, 1],
    ],
    [],
  ],
  'a layer of one unit': [[[1.5]], [{ w: [[-2]], b: [0.75], activation: 'tanh' }]],
  'three layers of other functions': [
    [
      [1, -0.5],
      [0.25, 2],
    ],
    [
      {
        w: [
          [0.5, -1, 2],
          [1, 0.25, -0.5],
        ],
        b: [0.5, -0.25, 1],
        activation: 'sigmoid',
      },
      {
        w: [
          [1, -1],
          [0.5, 2],
          [-0.75, 0.25],
        ],
        b: [-1, 0.5],
        activation: 'relu',
      },
      { w: [[1.5], [-2]], b: [0.25], activation: 'tanh' },
    ],
  ],
  'square layers': [
    [[1, -2]],
    [
      {
        w: [
          [0.5, -1],
          [1, 0.25],
        ],
        b: [0.5, -0.25],
        activation: 'tanh',
      },
      {
        w: [
          [1, -1],
          [0.5, 2],
        ],
        b: [-1, 0.5],
        activation: 'sigmoid',
      },
      {
        w: [
          [2, 1],
          [-0.5, 1],
        ],
        b: [0.25, 1],
        activation: 'identity',
      },
    ],
  ],
  'a layer that nothing leaves': [
    [[1, 2]],
    [
      {
        w: [
          [-1, -2],
          [-1, 0],
        ],
        b: [0, 0],
        activation: 'relu',
      },
      {
        w: [
          [3, 1],
          [4, 2],
        ],
        b: [0.5, -0.5],
        activation: 'relu',
      },
    ],
  ],
  decimals: [[[0.1, -0.7]], [{ w: [[0.3], [1.1]], b: [0.9], activation: 'sigmoid' }]],
  'batch of 4, four layers': [
    [[1], [-2], [0.5], [3]],
    [
      { w: [[1, -1]], b: [0.5, 0], activation: 'relu' },
      { w: [[0.5], [2]], b: [-1], activation: 'tanh' },
      { w: [[1.5, -0.5]], b: [0.25, 1], activation: 'sigmoid' },
      { w: [[-2], [1]], b: [0.5], activation: 'identity' },
    ],
  ],
};

export const illegal: Entry<MlpForward>['illegal'] = {
  'too few rows in the first layer': {
    args: [[[1, 2]], [{ w: [[1]], b: [0], activation: 'identity' }]],
    names: 'layers[0].w',
  },
  'second layer does not follow the first': {
    args: [
      [[1, 2]],
      [
        { w: [[1], [2]], b: [0], activation: 'identity' },
        { w: [[1], [2]], b: [0], activation: 'identity' },
      ],
    ],
    names: 'layers[1].w',
  },
  'a bias too many': { args: [[[1]], [{ w: [[1]], b: [0, 0], activation: 'relu' }]], names: 'layers[0].b' },
};

export const worked: Entry<MlpForward>['worked'] = [
  {
    name: 'one relu layer',
    origin: 'by hand: 1·3 + 2·5 + 10, 1·(-4) + 2·1 + 1',
    args: [
      [[1, 2]],
      [
        {
          w: [
            [3, -4],
            [5, 1],
          ],
          b: [10, 1],
          activation: 'relu',
        },
      ],
    ],
    expected: { drives: [[[23, -1]]], activations: [[[23, 0]]] },
  },
  {
    name: 'two layers of one unit',
    origin: 'by hand: 2·3 - 7 = -1, cut to 0; 0·5 + ln 3, whose sigmoid is 3/4',
    args: [
      [[2]],
      [
        { w: [[3]], b: [-7], activation: 'relu' },
        { w: [[5]], b: [Math.log(3)], activation: 'sigmoid' },
      ],
    ],
    expected: { drives: [[[-1]], [[Math.log(3)]]], activations: [[[0]], [[0.75]]] },
  },
  {
    name: 'XOR by hidden units for OR and AND',
    origin: 'by hand: relu(x1 + x2) - 2 relu(x1 + x2 - 1) is 0, 1, 1, 0 (Goodfellow et al., section 6.1)',
    args: [
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      [
        {
          w: [
            [1, 1],
            [1, 1],
          ],
          b: [0, -1],
          activation: 'relu',
        },
        { w: [[1], [-2]], b: [0], activation: 'identity' },
      ],
    ],
    expected: {
      drives: [
        [
          [0, -1],
          [1, 0],
          [1, 0],
          [2, 1],
        ],
        [[0], [1], [1], [0]],
      ],
      activations: [
        [
          [0, 0],
          [1, 0],
          [1, 0],
          [2, 1],
        ],
        [[0], [1], [1], [0]],
      ],
    },
  },
  {
    name: 'nothing without layers',
    origin: 'by hand',
    args: [[[1, 2]], []],
    expected: { drives: [], activations: [] },
  },
];
