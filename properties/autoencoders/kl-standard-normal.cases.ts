import type { Entry } from '../entry/entry.ts';
import type { KlStandardNormal } from './kl-standard-normal.ts';

export const edges: Entry<KlStandardNormal>['edges'] = {
  'the standard normal': [
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, 0],
      [0, 0],
    ],
  ],
  'one element': [[[-0.75]], [[1.5]]],
  'batch 1': [[[0.25, -1.5, 3.5]], [[-1.25, 1.375, -2.8125]]],
  'one feature': [
    [[2.5], [-1], [0.5]],
    [[-0.75], [0.25], [2]],
  ],
  'only means': [
    [
      [-3, 0.5, 2],
      [1, -1, 2.75],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ],
  'only variances': [[[0, 0]], [[-0.5, 2.5]]],
  'more samples than features': [
    [
      [0.5, 1],
      [-2, 0.25],
      [1.5, -1.5],
    ],
    [
      [1, -1],
      [0.5, -3],
      [0, 2],
    ],
  ],
  decimals: [[[0.1, -0.7]], [[0.3, -1.1]]],
};

export const extremeEdges: Entry<KlStandardNormal>['edges'] = {
  'log-variance 700': [[[0.5, -1]], [[700, 0.5]]],
  'log-variance -700': [[[0.5, -1]], [[-700, 0.5]]],
  'both ends': [
    [
      [1, 2],
      [-1, 0],
    ],
    [
      [700, -700],
      [-650.5, 600.25],
    ],
  ],
  // Each is finite, and so are the results; the logarithm of their product is not.
  'variances whose product overflows': [[[0.5, -1, 0]], [[400, 420.5, 380]]],
  'variances whose product vanishes': [[[0.5, -1, 0]], [[-400, -420.5, -380]]],
  'near the minimum': [[[Math.fround(1e-6), 0]], [[Math.fround(-2e-6), Math.fround(3e-6)]]],
  'very near the minimum': [[[0, Math.fround(-1e-9)]], [[Math.fround(1e-9), Math.fround(2e-9)]]],
};

export const illegal: Entry<KlStandardNormal>['illegal'] = {
  'another shape': { args: [[[1, 2]], [[1], [2]]], names: 'logVariance' },
  'variance 0': { args: [[[1, 2]], [[1, 0]], { fromVariance: true }], names: 'logVariance' },
};

export const hardCases: Entry<KlStandardNormal>['hardCases'] = {
  'batch 1': (mean) => mean.length === 1,
  'one feature in a batch': (mean) => mean.length > 1 && mean[0]?.length === 1,
  'neither 1 nor 2 features': (mean) => (mean[0]?.length ?? 0) > 2,
  'not square, batch above 1': (mean) => mean.length > 1 && mean.length !== mean[0]?.length,
  'a mean of 0': (mean) => mean.flat().includes(0),
  'a mean above 1 in size': (mean) => mean.flat().some((x) => Math.abs(x) > 1),
  'a log-variance of 0': (_mean, v) => v.flat().includes(0),
  'a variance above 20': (_mean, v) => v.flat().some((x) => x > 3),
  'a variance below 1/20': (_mean, v) => v.flat().some((x) => x < -3),
};

export const worked: Entry<KlStandardNormal>['worked'] = [
  {
    name: 'the standard normal',
    origin: 'by hand: every term is 1 + 0 - 0 - 1',
    args: [[[0, 0]], [[0, 0]]],
    expected: 0,
  },
  {
    name: 'mean 3',
    origin: 'by hand: -1/2 (1 + 0 - 9 - 1)',
    args: [[[3]], [[0]]],
    expected: 4.5,
  },
  {
    name: 'variance 4',
    origin: 'by hand: -1/2 (1 + ln 4 - 0 - 4)',
    args: [[[0]], [[Math.log(4)]]],
    expected: 1.5 - Math.log(2),
  },
  {
    name: 'three features, two samples',
    origin: 'by hand: (1 + 4 + 9)/2 and 0, averaged over the two samples',
    args: [
      [
        [1, 2, -3],
        [0, 0, 0],
      ],
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
    expected: 3.5,
  },
  {
    name: 'variance 4, given as a variance',
    origin: 'by hand: -1/2 (1 + ln 4 - 1 - 4)',
    args: [[[1]], [[4]], { fromVariance: true }],
    expected: 2 - Math.log(2),
  },
];
