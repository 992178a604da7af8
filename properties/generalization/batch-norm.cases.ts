import type { Entry } from '../entry/entry.ts';
import { transposed } from '../values/transposed.ts';
import type { BatchNorm } from './batch-norm.ts';
import { complete } from './shared/batch-norm-inputs.ts';
import { varianceOf } from './shared/moments.ts';

const plain = { gamma: [1.5, -2], beta: [0.25, 1], mean: [0.5, -1], variance: [2, 0.25] };

export const edges: Entry<BatchNorm>['edges'] = {
  'a momentum of 1': [[[1], [3]], { gamma: [1], beta: [0], mean: [0.5], variance: [4], momentum: 1 }],
  'one sample': [[[1.5, -2]], plain],
  'one sample, epsilon outside': [[[1.5, -2]], { ...plain, epsilonInside: false }],
  'one sample at inference': [[[1.5, -2]], { ...plain, training: false }],
  'a variance of 0 at inference': [[[1.5, -2]], { ...plain, variance: [0, 4], training: false }],
  'one feature': [[[1], [2], [4]], { gamma: [2], beta: [-1], mean: [1], variance: [1] }],
  square: [
    [
      [1, -2],
      [4, 0.5],
    ],
    { ...plain, momentum: 0.5 },
  ],
  'square at inference': [
    [
      [1, -2],
      [4, 0.5],
    ],
    { ...plain, training: false, momentum: 0.5 },
  ],
  'a constant feature': [
    [
      [3, 1],
      [3, 2],
      [3, -2],
    ],
    plain,
  ],
  'a constant feature, epsilon outside': [
    [
      [3, 1],
      [3, 2],
      [3, -2],
    ],
    { ...plain, epsilonInside: false, epsilon: 0.5 },
  ],
  'nothing kept': [
    [
      [1, -2],
      [4, 0.5],
      [0, 1],
    ],
    { ...plain, momentum: 0 },
  ],
  'epsilon 0': [
    [
      [1, -2],
      [4, 0.5],
      [0, 1],
    ],
    { ...plain, epsilon: 0 },
  ],
  'gamma 0': [
    [
      [1, -2],
      [4, 0.5],
      [0, 1],
    ],
    { ...plain, gamma: [0, 0] },
  ],
  'a large epsilon outside': [
    [
      [1, -2],
      [4, 0.5],
      [0, 1],
    ],
    { ...plain, epsilon: 0.5, epsilonInside: false },
  ],
  'a large epsilon outside, at inference': [
    [
      [1, -2],
      [4, 0.5],
      [0, 1],
    ],
    { ...plain, training: false, epsilon: 0.5, epsilonInside: false },
  ],
  'all options': [
    [
      [1, -2],
      [4, 0.5],
      [0, 1],
    ],
    { ...plain, training: true, momentum: 0.75, epsilon: 0.0625, epsilonInside: true },
  ],
};

export const extremeEdges: Entry<BatchNorm>['edges'] = {
  'offset of a million': [
    [[1e6 + 1], [1e6 - 0.5], [1e6 + 0.25], [1e6], [1e6 - 1.5], [1e6 + 2]],
    { gamma: [1.5], beta: [0.25], mean: [0], variance: [1], momentum: 0.5 },
  ],
  // enough numbers for n times the sum of squares to be inexact
  'eleven numbers near a million': [
    [-0.5, -0.375, 0.0625, 0.5625, 0.1875, 0.6875, 0, -0.25, -0.4375, 0.625, 0.6875].map((x) => [1e6 + x]),
    { gamma: [1.5], beta: [0.25], mean: [0], variance: [1] },
  ],
  'offset of minus a million, epsilon outside': [
    [
      [-1e6 + 1, 1e6],
      [-1e6 - 0.5, 1e6 + 1],
      [-1e6 + 0.25, 1e6 - 0.75],
    ],
    { gamma: [1.5, 1], beta: [0.25, 0], mean: [0, 1], variance: [1, 1], epsilonInside: false },
  ],
  'offset of a million at inference': [
    [[1e6 + 1], [1e6 - 0.5], [1e6 + 0.25]],
    { gamma: [1.5], beta: [0.25], mean: [1e6], variance: [1.25], training: false },
  ],
};

export const illegal: Entry<BatchNorm>['illegal'] = {
  'mean longer': { args: [[[1]], { gamma: [1], beta: [0], mean: [0, 0], variance: [1] }], names: 'options.mean' },
  'a momentum barely above 1': { args: [[[1, 2]], { ...plain, momentum: 1 + 2 ** -21 }], names: 'options.momentum' },
  'variance shorter': { args: [[[1, 2]], { ...plain, variance: [1] }], names: 'options.variance' },
};

export const hardCases: Entry<BatchNorm>['hardCases'] = {
  'one sample': (x) => x.length === 1,
  'one feature in a batch': (x) => x.length > 1 && x[0]?.length === 1,
  'square, in training': (x, o) => complete(o).training && x.length > 1 && x.length === x[0]?.length,
  'not square': (x) => x.length !== x[0]?.length,
  'more than two samples': (x, o) => complete(o).training && x.length > 2,
  'a constant feature in a batch': (x) => x.length > 1 && transposed(x).some((xs) => varianceOf(xs) === 0),
  'at inference': (_x, { training }) => training === false,
  'at inference with epsilon outside': (_x, o) => o.training === false && o.epsilonInside === false,
  'training given': (_x, { training }) => training === true,
  'no choices made': (_x, o) => Object.keys(o).length === 4,
  'all choices made': (_x, o) => Object.keys(o).length === 8,
  'some choices made': (_x, o) => Object.keys(o).length > 4 && Object.keys(o).length < 8,
  'epsilon outside, large enough to matter': (x, o) => {
    const { epsilon, epsilonInside, training } = complete(o);
    return epsilon > 0.05 && !epsilonInside && training && x.length > 1;
  },
  'nothing kept': (_x, o) => o.momentum === 0 && complete(o).training,
  'gamma not 1': (_x, { gamma }) => gamma.some((g) => g !== 1 && g !== 0),
};

export const worked: Entry<BatchNorm>['worked'] = [
  {
    name: 'two samples, epsilon 0',
    origin: 'by hand: mean 3, variance 4, so 3 (∓1) + 1; moving 0/2 + 3/2 and 1/2 + 4/2',
    args: [[[1], [5]], { gamma: [3], beta: [1], mean: [0], variance: [1], momentum: 0.5, epsilon: 0 }],
    expected: { y: [[-2], [4]], mean: [1.5], variance: [2.5] },
  },
  {
    name: 'epsilon inside',
    origin: 'by hand: variance 9; inside sqrt(9 + 16) = 5',
    args: [[[-3], [3]], { gamma: [10], beta: [0], mean: [0], variance: [9], epsilon: 16 }],
    expected: { y: [[-6], [6]], mean: [0], variance: [9] },
  },
  {
    name: 'epsilon outside',
    origin: 'by hand: deviation 3, 3 + 2 = 5',
    args: [[[-3], [3]], { gamma: [10], beta: [0], mean: [0], variance: [9], epsilon: 2, epsilonInside: false }],
    expected: { y: [[-6], [6]], mean: [0], variance: [9] },
  },
  {
    name: 'at inference',
    origin: 'by hand: (7 - 1)/2 · 3 + 1 = 10, and the moments come back',
    args: [[[7]], { gamma: [3], beta: [1], mean: [1], variance: [4], epsilon: 0, training: false }],
    expected: { y: [[10]], mean: [1], variance: [4] },
  },
  {
    name: 'three samples, two features',
    origin: 'by hand: means 2 and 10, variances 8/3 and 6; 0.75 and 0.25 of the moving ones and of these',
    args: [
      [
        [0, 13],
        [2, 7],
        [4, 10],
      ],
      { gamma: [0, 0], beta: [5, -5], mean: [6, 2], variance: [0, 2], momentum: 0.75 },
    ],
    expected: {
      y: [
        [5, -5],
        [5, -5],
        [5, -5],
      ],
      mean: [5, 4],
      variance: [2 / 3, 3],
    },
  },
];
