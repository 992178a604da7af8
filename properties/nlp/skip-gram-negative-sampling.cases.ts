import type { Entry } from '../entry/entry.ts';
import { dot } from './skip-gram-negative-sampling.misconceptions.ts';
import type { SkipGramNegativeSampling } from './skip-gram-negative-sampling.ts';

export const edges: Entry<SkipGramNegativeSampling>['edges'] = {
  'one of everything': [[-0.5], [1.25], [[0.25]]],
  'all zero': [
    [0, 0],
    [0, 0],
    [
      [0, 0],
      [0, 0],
    ],
  ],
  'products of 0': [
    [1, 1],
    [1, -1],
    [
      [0.5, -0.5],
      [-2, 2],
    ],
  ],
  'the negatives are the context': [
    [0.5, -1],
    [1, 0.75],
    [
      [1, 0.75],
      [1, 0.75],
    ],
  ],
  'as many negatives as numbers': [
    [1, -1],
    [0.5, 2],
    [
      [1.5, 0.25],
      [-0.75, 1],
    ],
  ],
  'fits well': [[2, 1], [2, 1], [[-2, -1]]],
  'fits badly': [[2, 1], [-2, -1], [[2, 1]]],
  'fits hardly': [[3, 2], [-3, -3], [[1, 6]]],
};

export const extremeEdges: NonNullable<Entry<SkipGramNegativeSampling>['extremeEdges']> = {
  'context product of 1e4': [[100, 0], [100, 1], [[0.5, 2]]],
  'context product of -1e4': [[100, 0], [-100, 1], [[0, 2]]],
  'negative product of 1e4': [
    [100, 0],
    [0, 1],
    [
      [100, 2],
      [0, 1],
    ],
  ],
  'negative product of -1e4': [[100, 1], [0, 1], [[-100, 2]]],
  'all of the wrong sign, 800': [
    [20, 20],
    [-20, -20],
    [
      [20, 20],
      [40, 0],
    ],
  ],
};

export const illegal: Entry<SkipGramNegativeSampling>['illegal'] = {
  'a context of another length': { args: [[1, 2], [1], [[1, 2]]], names: 'context' },
  'a longer context': { args: [[1], [1, 2], [[1]]], names: 'context' },
  'negatives of another length': {
    args: [
      [1, 2],
      [1, 2],
      [[1], [2]],
    ],
    names: 'negatives',
  },
};

export const hardCases: Entry<SkipGramNegativeSampling>['hardCases'] = {
  'one number in each vector': (center) => center.length === 1,
  'one negative': (_center, _context, negatives) => negatives.length === 1,
  'more than two negatives': (_center, _context, negatives) => negatives.length > 2,
  'as many negatives as numbers': (center, _, negatives) => center.length > 1 && center.length === negatives.length,
  'a product of exactly 0': (center, context, negatives) =>
    [context, ...negatives].some((other) => dot(other, center) === 0),
  'a context that fits': (center, context) => dot(context, center) > 0.25,
  'a context that does not fit': (center, context) => dot(context, center) < -0.25,
  'a negative that fits': (center, _, negatives) => negatives.some((negative) => dot(negative, center) > 0.25),
  'a product above 4': (center, context, negatives) =>
    [context, ...negatives].some((other) => Math.abs(dot(other, center)) > 4),
};

export const worked: Entry<SkipGramNegativeSampling>['worked'] = [
  {
    name: 'right angles',
    origin: 'by hand: s(0) is 1/2, three times',
    args: [
      [1, 0],
      [0, 1],
      [
        [0, 2],
        [0, 3],
      ],
    ],
    expected: 3 * Math.LN2,
  },
  {
    name: 'a context product of ln 3',
    origin: 'by hand: s(ln 3) is 3/4, s(0) is 1/2; ln 4/3 + ln 2',
    args: [[Math.log(3)], [1], [[0]]],
    expected: Math.log(8 / 3),
  },
  {
    name: 'negative products of ln 3 and -ln 3',
    origin: 'by hand: s(0) is 1/2, s(-ln 3) is 1/4, s(ln 3) is 3/4; ln 2 + ln 4 + ln 4/3',
    args: [[Math.log(3)], [0], [[1], [-1]]],
    expected: Math.log(32 / 3),
  },
];
