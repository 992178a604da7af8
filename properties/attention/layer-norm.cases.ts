import type { Entry } from '../entry/entry.ts';
import { varianceOf } from '../generalization/shared/moments.ts';
import { epsilonOf, type LayerNorm } from './shared/layer-norm-inputs.ts';

export const edges: Entry<LayerNorm>['edges'] = {
  'one feature': [[[3], [-2]], [2], [0.5]],
  'one of everything': [[[1.5]], [-2], [1]],
  'one row': [[[1, -2, 4]], [1.5, -2, 1], [0.25, 1, 0]],
  'a constant row': [
    [
      [3, 3, 3],
      [1, 2, -2],
    ],
    [1.5, -2, 1],
    [0.25, 1, 0],
  ],
  'constant rows': [
    [
      [3, 3],
      [-0.3, -0.3],
    ],
    [1.5, -2],
    [0.25, 1],
  ],
  zeros: [[[0, 0, 0]], [1.5, -2, 1], [0.25, 1, 0]],
  square: [
    [
      [1, -2],
      [4, 0.5],
    ],
    [1.5, -2],
    [0.25, 1],
  ],
  'epsilon 0': [
    [
      [1, -2, 0],
      [4, 0.5, 1],
    ],
    [1.5, -2, 1],
    [0.25, 1, 0],
    { epsilon: 0 },
  ],
  'a large epsilon': [
    [
      [1, -2, 0],
      [4, 0.5, 1],
    ],
    [1.5, -2, 1],
    [0.25, 1, 0],
    { epsilon: 2 },
  ],
  'gamma 0': [
    [
      [1, -2],
      [4, 0.5],
      [0, 1],
    ],
    [0, 0],
    [0.25, 1],
  ],
};

export const extremeEdges: Entry<LayerNorm>['edges'] = {
  'offset of a million': [
    [[1e6 + 1, 1e6 - 0.5, 1e6 + 0.25, 1e6, 1e6 - 1.5, 1e6 + 2]],
    [1.5, 1, -1, 2, 0.5, 1],
    [0.25, 0, 1, 0, 0, -1],
  ],
  // enough numbers for n times the sum of squares to be inexact
  'eleven numbers near a million': [
    [[-0.5, -0.375, 0.0625, 0.5625, 0.1875, 0.6875, 0, -0.25, -0.4375, 0.625, 0.6875].map((x) => 1e6 + x)],
    [1.5, 1, -1, 2, 0.5, 1, 1.5, 1, -1, 2, 0.5],
    [0.25, 0, 1, 0, 0, -1, 0.25, 0, 1, 0, 0],
  ],
  'offsets of both signs': [
    [
      [-1e6 + 1, -1e6 - 0.5, -1e6 + 0.25],
      [1e6, 1e6 + 1, 1e6 - 0.75],
    ],
    [1.5, 1, 2],
    [0.25, 0, -1],
    { epsilon: 0.0625 },
  ],
};

export const illegal: Entry<LayerNorm>['illegal'] = {
  'gamma longer': { args: [[[1, 2]], [1, 1, 1], [0, 0]], names: 'gamma' },
  'gamma shorter': { args: [[[1, 2]], [1], [0, 0]], names: 'gamma' },
  'beta longer': { args: [[[1, 2]], [1, 1], [0, 0, 0]], names: 'beta' },
  'beta shorter': { args: [[[1, 2]], [1, 1], [0]], names: 'beta' },
  'as many as rows': {
    args: [
      [[1], [2]],
      [1, 1],
      [0, 0],
    ],
    names: 'gamma',
  },
};

export const hardCases: Entry<LayerNorm>['hardCases'] = {
  'one feature': (x) => x[0]?.length === 1,
  'one row of several features': (x) => x.length === 1 && (x[0]?.length ?? 0) > 1,
  'square above 1': (x) => x.length > 1 && x.length === x[0]?.length,
  'more rows than features': (x) => x.length > (x[0]?.length ?? 0),
  'more than two features': (x) => (x[0]?.length ?? 0) > 2,
  'a constant row of several features': (x) => x.some((row) => row.length > 1 && varianceOf(row) === 0),
  'an epsilon that matters': (x, _g, _b, options) =>
    epsilonOf(options) > 0.05 && x.some((row) => varianceOf(row) > 0 && varianceOf(row) < 2),
  'gamma not 1': (_x, gamma) => gamma.some((g) => g !== 1 && g !== 0),
  'gamma 0': (_x, gamma) => gamma.includes(0),
};

export const worked: Entry<LayerNorm>['worked'] = [
  {
    name: 'two features, epsilon 0',
    origin: 'by hand: mean 3, deviation 2, so 3 (-1) + 1 and 1 + 0',
    args: [[[1, 5]], [3, 1], [1, 0], { epsilon: 0 }],
    expected: [[-2, 1]],
  },
  {
    name: 'epsilon under the root',
    origin: 'by hand: variance 9, sqrt(9 + 16) = 5',
    args: [[[-3, 3]], [10, 5], [0, 1], { epsilon: 16 }],
    expected: [[-6, 4]],
  },
  {
    name: 'two rows of three features',
    origin: 'by hand: means 2 and 10, variances 18/3 = 6, roots of 6 + 3',
    args: [
      [
        [-1, 5, 2],
        [13, 7, 10],
      ],
      [1, 2, 4],
      [0.5, 0, -3],
      { epsilon: 3 },
    ],
    expected: [
      [-0.5, 2, -3],
      [1.5, -2, -3],
    ],
  },
  {
    name: 'the default epsilon',
    origin: 'by hand: variance 0.999, and 0.999 + 0.001 is 1',
    args: [[[-Math.sqrt(0.999), Math.sqrt(0.999)]], [2, 2], [1, 1]],
    expected: [[1 - 2 * Math.sqrt(0.999), 1 + 2 * Math.sqrt(0.999)]],
  },
];
