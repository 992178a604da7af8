import type { Entry } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import type { KlGaussian } from './kl-gaussian.ts';

export const edges: Entry<KlGaussian>['edges'] = {
  'two features': [[[0.5, -1]], [[1, -0.5]], [[-0.25, 2]], [[-1, 0.75]]],
  'the same': [
    [
      [0.5, -1],
      [2, 0],
    ],
    [
      [1, -2],
      [0.25, 3],
    ],
    [
      [0.5, -1],
      [2, 0],
    ],
    [
      [1, -2],
      [0.25, 3],
    ],
  ],
  'one element': [[[-0.75]], [[1.5]], [[2]], [[-0.25]]],
  'one feature': [
    [[2.5], [-1], [0.5]],
    [[-0.75], [0.25], [2]],
    [[1], [-3], [0.5]],
    [[0.5], [0.25], [-1]],
  ],
  'only means differ': [[[-3, 0.5, 2]], [[1, -1, 2]], [[1, 0.25, -2]], [[1, -1, 2]]],
  'only variances differ': [[[-3, 0.5, 2]], [[1, -1, 2]], [[-3, 0.5, 2]], [[-2, 0.5, 2.25]]],
  'from the standard normal': [[[1, -0.5]], [[0.5, -2]], [[0, 0]], [[0, 0]]],
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
    [
      [1, 1],
      [0, -0.25],
      [1.5, 2],
    ],
    [
      [0, 1],
      [-0.5, -2],
      [1, 0],
    ],
  ],
  decimals: [[[0.1, -0.7]], [[0.3, -1.1]], [[0.9, 0.2]], [[-0.6, 1.7]]],
};

export const extremeEdges: Entry<KlGaussian>['edges'] = {
  'near 750': [[[0.5, -1]], [[749, 751.5]], [[1, 2]], [[750, 750]]],
  'near 750, equal means': [[[0.5, -1]], [[749, 751.5]], [[0.5, -1]], [[750, 750]]],
  'near -750, equal means': [[[0.5, -1]], [[-749, -751.5]], [[0.5, -1]], [[-750, -750]]],
  'near -750': [[[0.5, -1]], [[-749, -751.5]], [[1, 2]], [[-750, -750]]],
  'near -750, one mean differs': [[[0.5, -1]], [[-749, -751.5]], [[0.5, 2]], [[-750, -750]]],
};

export const illegal: Entry<KlGaussian>['illegal'] = {
  'log-variances of another shape': { args: [[[1, 2]], [[1], [2]], [[1, 2]], [[1, 2]]], names: 'logVariance' },
  'other means of another shape': { args: [[[1, 2]], [[1, 2]], [[1]], [[1, 2]]], names: 'otherMean' },
  'other log-variances of another shape': {
    args: [[[1, 2]], [[1, 2]], [[1, 2]], [[1, 2, 3]]],
    names: 'otherLogVariance',
  },
};

const someDifference = (a: Matrix, b: Matrix, test: (difference: number) => boolean): boolean =>
  a.some((row, n) => row.some((x, k) => test(x - nth(nth(b, n), k))));

export const hardCases: Entry<KlGaussian>['hardCases'] = {
  'batch 1': (mean) => mean.length === 1,
  'one feature in a batch': (mean) => mean.length > 1 && mean[0]?.length === 1,
  'not square, batch above 1': (mean) => mean.length > 1 && mean.length !== mean[0]?.length,
  'equal means, other variances': (mean, v, other, w) =>
    !someDifference(mean, other, (x) => x !== 0) && someDifference(v, w, (x) => x !== 0),
  'equal variances, other means': (mean, v, other, w) =>
    !someDifference(v, w, (x) => x !== 0) && someDifference(mean, other, (x) => x !== 0),
  'a mean below the other one by more than 1': (mean, _v, other) => someDifference(mean, other, (x) => x < -1),
  'a variance 20 times the other one': (_mean, v, _other, w) => someDifference(v, w, (x) => x > 3),
  'a variance 1/20 of the other one': (_mean, v, _other, w) => someDifference(v, w, (x) => x < -3),
};

export const worked: Entry<KlGaussian>['worked'] = [
  {
    name: 'two deviations apart',
    origin: 'by hand: 1/2 (1 - 1 - 0 + (3 - 1)^2)',
    args: [[[3]], [[0]], [[1]], [[0]]],
    expected: 2,
  },
  {
    name: 'variance 4 from variance 1',
    origin: 'by hand: 1/2 (4 - 1 - ln 4)',
    args: [[[0.5]], [[Math.log(4)]], [[0.5]], [[0]]],
    expected: 1.5 - Math.LN2,
  },
  {
    name: 'variance 1 from variance 4, two apart',
    origin: 'by hand: 1/2 (1/4 - 1 + ln 4 + 2^2/4)',
    args: [[[-1]], [[0]], [[1]], [[Math.log(4)]]],
    expected: 0.125 + Math.LN2,
  },
  {
    name: 'three features, two samples',
    origin: 'by hand: (1 + 4 + 9)/2 and 0, averaged over the two samples',
    args: [
      [
        [1, 2, -3],
        [5, 5, 5],
      ],
      [
        [0, 0, 0],
        [1, 1, 1],
      ],
      [
        [0, 0, 0],
        [5, 5, 5],
      ],
      [
        [0, 0, 0],
        [1, 1, 1],
      ],
    ],
    expected: 3.5,
  },
];
